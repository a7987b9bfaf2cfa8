/* cmd_verify.c - grader verify: does a package judge as its author says? */
#include <string.h>

#include "grader/base/fd.h"
#include "grader/cli/commands.h"
#include "grader/cli/options.h"
#include "grader/cli/print.h"
#include "grader/cli/setup.h"
#include "grader/pipeline/verify.h"
#include "grader/report/render_verification.h"

static const char help[] =
    "usage: grader verify PACKAGE… [OPTION]…\n"
    "\n"
    "Does a problem package judge as its author says? Judges every example submission and holds\n"
    "it against its folder, submissions.yaml and @EXPECTED_RESULTS@; runs input and output\n"
    "validators on what they must accept, on what they must refuse, and on junk; looks at test\n"
    "cases, groups, statement, includes, how far the submissions are from the time limit and,\n"
    "where there is a growth.yaml, how their cost grows. Shows a matrix of submissions and groups\n"
    "(verdict, slowest CPU time in seconds), what was checked, and what was found: errors (not as\n"
    "the author says) and warnings (a person should look).\n"
    "\n"
    "  --json             everything as JSON (grader/report/verification.schema.json)\n"
    "  --junit FILE       also as JUnit's XML into FILE: a test a submission, one an area\n"
    "  --jobs N           submissions at once (the number of processors)\n"
    "  --faults           also inject faults into the model solution, one by one, and see whether\n"
    "                     the hidden tests catch 95 % of them; those that no test can notice are\n"
    "                     listed in the package's faults.yaml: file, line, change, reason\n"
    "  --key FILE         secret key of the hidden tests (the public practice key)\n"
    "  --protection P     refuse to run with less: full, standard, minimal (standard)\n"
    "\n"
    "Exit code: 0 all packages are as their authors say, 1 one is not, 2 usage or bad input (a\n"
    "package that can't be loaded), 3 something could not be verified, our fault.\n"
    "\n"
    "Examples:\n"
    "  grader verify problems/lrucache\n"
    "  grader verify problems/* --jobs 2 --junit verify.xml\n"
    "  grader verify mypackage --faults\n"
    "  grader verify mypackage --json | jq '.packages[0].findings'\n";

struct verify_options {
    const char *key, *junit;
    unsigned jobs;
    int protection;
    bool json, faults;
};

#define AT(member) offsetof(struct verify_options, member)
static const struct option table[] = {
    { "--json", OPTION_FLAG, AT(json), NULL },
    { "--faults", OPTION_FLAG, AT(faults), NULL },
    { "--junit", OPTION_TEXT, AT(junit), NULL },
    { "--jobs", OPTION_NUMBER, AT(jobs), NULL },
    { "--key", OPTION_TEXT, AT(key), NULL },
    { "--protection", OPTION_WORD, AT(protection), setup_protections },
};

static void show(void *context, const char *what, size_t done, size_t total)
{
    (void)context;
    print_progress(what, done, total);
}

static bool write_junit(const char *path, const struct verification_list *list, struct err *err)
{
    SCOPED_BUF xml;
    buf_init(&xml, RENDER_BYTES_MAX);
    if (!verification_junit(list, &xml))
        return err_set(err, ERR_FAULT, "the JUnit file is too large");
    return file_write(path, buf_text(&xml), xml.length, err);
}

static bool put_out(const struct verify_options *o, const struct verification_list *list,
                    struct err *err)
{
    const struct render_options look = { .colour = print_uses_colour(), .width = print_width() };
    SCOPED_BUF text;
    buf_init(&text, RENDER_BYTES_MAX);
    bool drawn = o->json ? verification_json(list, &text) : verification_text(list, &look, &text);
    if (!drawn)
        return err_set(err, ERR_FAULT, "the result is too large to be shown");
    print_bytes((struct str){ buf_text(&text), text.length });
    return !o->junit || write_junit(o->junit, list, err);
}

/* The worst of all packages. */
static int exit_code(const struct verification_list *list)
{
    int worst = EXIT_PASSED;
    for (size_t i = 0; i < list->package_count; i++) {
        const struct verification *v = &list->packages[i];
        int code = *v->fault       ? EXIT_NOT_GRADED
                   : *v->bad_input ? EXIT_BAD_INPUT
                   : v->passed     ? EXIT_PASSED
                                   : EXIT_BELOW;
        worst = code > worst ? code : worst;
    }
    return worst;
}

static bool verify(const struct verify_options *o, const struct text_list *operands,
                   struct arena *arena, struct verification_list *out, struct err *err)
{
    struct setup setup;
    if (!setup_for_judging(&setup, (enum protection_level)o->protection, o->key, arena, err))
        return false;
    out->packages = ARENA_ARRAY(arena, operands->count, struct verification);
    out->passed = true;
    for (size_t i = 0; i < operands->count; i++) {
        const struct verify_request request = { .package_path = operands->at[i],
                                                .jobs = o->jobs ? o->jobs : setup_jobs(),
                                                .faults = o->faults,
                                                .progress = show };
        struct verification *v = &out->packages[out->package_count++];
        pipeline_verify(&setup.means, &request, arena, v);
        out->passed = out->passed && v->passed;
    }
    return put_out(o, out, err);
}

static int run(int argc, char **argv)
{
    SCOPED_ARENA arena = { 0 };
    struct verify_options options = { .protection = PROTECTION_STANDARD };
    struct text_list operands = { 0 };
    struct verification_list list = { 0 };
    struct err err = { 0 };
    if (!options_parse(table, COUNT_OF(table), argc, argv, &arena, &options, &operands, &err))
        return print_error(&err);
    if (operands.count < 1)
        err_set(&err, ERR_USAGE, "verify needs a package (see 'grader verify --help')");
    else if (verify(&options, &operands, &arena, &list, &err))
        return print_finish(exit_code(&list));
    return print_error(&err);
}

const struct command command_verify = { "verify", "does a package judge as its author says?", help,
                                        run };
