/* cmd_rubric.c - grader rubric: is a rubric right, and what does it ask for? */
#include <string.h>

#include "grader/cli/commands.h"
#include "grader/cli/home.h"
#include "grader/cli/options.h"
#include "grader/cli/print.h"
#include "grader/rubric/explain.h"
#include "grader/rubric/rubric_load.h"
#include "grader/text/nearest.h"

static const char help[] =
    "usage: grader rubric check FILE…\n"
    "       grader rubric explain [FILE]\n"
    "\n"
    "check says for each rubric whether it is right; if it is not, where and why.\n"
    "explain says in words what a rubric asks for and how it is paid (the bundled\n"
    "rubrics/default.json when none is given). A bundled rubric can be named without its\n"
    "folder: interview, course, strict. The format is described in\n"
    "grader/rubric/rubric.schema.json.\n"
    "\n"
    "Exit code: 0, 2 for a bad rubric or command line.\n"
    "\n"
    "Examples:\n"
    "  grader rubric explain\n"
    "  grader rubric explain course\n"
    "  grader rubric check my-course.json && grader grade . --rubric my-course.json\n";

enum { EXPLAINED_BYTES_MAX = 4 * 1024 * 1024 };

static bool check_one(const char *name, struct arena *arena)
{
    struct err err = { 0 };
    struct rubric rubric;
    const char *path;
    if (!home_rubric(name, arena, &path, &err) || !rubric_load(path, arena, &rubric, &err)) {
        print_error(&err);
        return false;
    }
    SCOPED_BUF line;
    buf_init(&line, 1024);
    buf_puts(&line, ": good, ");
    rubric_summarise(&rubric, &line);
    print_bytes(str_of(path));
    print_line("%s", buf_text(&line));
    return true;
}

static int check(const struct text_list *files, struct arena *arena, struct err *err)
{
    bool good = true;
    if (files->count < 2) {
        err_set(err, ERR_USAGE, "rubric check needs a file (see 'grader rubric --help')");
        return print_error(err);
    }
    for (size_t i = 1; i < files->count; i++)
        good &= check_one(files->at[i], arena);
    return print_finish(good ? EXIT_PASSED : EXIT_BAD_INPUT);
}

static int explain(const struct text_list *files, struct arena *arena, struct err *err)
{
    struct rubric rubric;
    const char *path;
    if (files->count > 2) {
        err_set(err, ERR_USAGE, "rubric explain takes one rubric, not %zu", files->count - 1);
        return print_error(err);
    }
    if (!home_rubric(files->count == 2 ? files->at[1] : "default", arena, &path, err) ||
        !rubric_load(path, arena, &rubric, err))
        return print_error(err);
    unsigned width = print_width();
    SCOPED_BUF text;
    buf_init(&text, EXPLAINED_BYTES_MAX);
    rubric_explain(&rubric, width < 100 ? width : 100, &text);
    if (!buf_ok(&text)) {
        err_set(err, ERR_FAULT, "cannot explain '%s': it is too long", path);
        return print_error(err);
    }
    print_bytes((struct str){ buf_text(&text), text.length });
    return print_finish(EXIT_PASSED);
}

static const struct {
    const char *name;
    int (*run)(const struct text_list *words, struct arena *arena, struct err *err);
} actions[] = { { "check", check }, { "explain", explain } };

static int unknown(const struct text_list *words, struct err *err)
{
    const char *names[COUNT_OF(actions)];
    for (size_t i = 0; i < COUNT_OF(actions); i++)
        names[i] = actions[i].name;
    size_t meant = words->count ? nearest_index(words->at[0], names, COUNT_OF(names)) : SIZE_MAX;
    if (words->count == 0)
        err_set(err, ERR_USAGE, "rubric needs 'check' or 'explain' (see 'grader rubric --help')");
    else if (meant < COUNT_OF(names))
        err_set(err, ERR_USAGE, "rubric does not know '%s': did you mean '%s'?", words->at[0],
                names[meant]);
    else
        err_set(err, ERR_USAGE, "rubric does not know '%s' (known: check, explain)", words->at[0]);
    return print_error(err);
}

static int run(int argc, char **argv)
{
    SCOPED_ARENA arena = { 0 };
    struct text_list words = { 0 };
    struct err err = { 0 };
    if (!options_parse(NULL, 0, argc, argv, &arena, NULL, &words, &err))
        return print_error(&err);
    for (size_t i = 0; words.count > 0 && i < COUNT_OF(actions); i++)
        if (strcmp(actions[i].name, words.at[0]) == 0)
            return actions[i].run(&words, &arena, &err);
    return unknown(&words, &err);
}

const struct command command_rubric = { "rubric", "check a rubric, or say what it asks for", help,
                                        run };
