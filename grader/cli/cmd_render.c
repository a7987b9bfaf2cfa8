/* cmd_render.c - grader render: a saved report in another format. */
#include "grader/base/fd.h"
#include "grader/cli/commands.h"
#include "grader/cli/options.h"
#include "grader/cli/print.h"
#include "grader/report/parse_json.h"
#include "grader/report/render.h"

static const char help[] =
    "usage: grader render REPORT.json --format text|json|html|md [--out FILE]\n"
    "                     [--brief | --verbose]\n"
    "\n"
    "A saved report in another format, to standard output or to a file. As text: with the reasons\n"
    "and the failed tests; --brief fits a screen, --verbose has every test.\n"
    "\n"
    "Exit code: 0, 2 for a bad report or command line, 3 for a fault of ours.\n"
    "\n"
    "Examples:\n"
    "  grader render report/report.json --format text\n"
    "  grader render report/report.json --format html --out alice.html\n"
    "  grader render report/report.json --format md >>\"$GITHUB_STEP_SUMMARY\"\n";

struct render_command_options {
    const char *format, *out;
    bool brief, verbose;
};

#define AT(member) offsetof(struct render_command_options, member)
static const struct option table[] = {
    { "--format", OPTION_TEXT, AT(format), NULL },
    { "--out", OPTION_TEXT, AT(out), NULL },
    { "--brief", OPTION_FLAG, AT(brief), NULL },
    { "--verbose", OPTION_FLAG, AT(verbose), NULL },
};

static bool render(const struct render_command_options *o, const char *path, struct arena *arena,
                   struct err *err)
{
    struct report report;
    const struct renderer *renderer = o->format ? renderer_find(o->format) : NULL;
    if (!o->format)
        return err_set(err, ERR_USAGE, "render needs --format: %s", renderer_names(arena));
    if (!renderer)
        return err_set(err, ERR_USAGE, "unknown format '%s' (known: %s)", o->format,
                       renderer_names(arena));
    if (!report_load(path, arena, &report, err))
        return false;
    const struct render_options options = { .colour = !o->out && print_uses_colour(),
                                            .width = o->out ? 0 : print_width(),
                                            .brief = o->brief && !o->verbose,
                                            .verbose = o->verbose };
    SCOPED_BUF bytes;
    buf_init(&bytes, RENDER_BYTES_MAX);
    if (!renderer->render(&report, &options, &bytes) || !buf_ok(&bytes))
        return err_set(err, ERR_FAULT, "cannot render '%s' as %s: it is too large", path,
                       o->format);
    if (o->out)
        return file_write(o->out, buf_text(&bytes), bytes.length, err);
    print_bytes((struct str){ buf_text(&bytes), bytes.length });
    return true;
}

static int run(int argc, char **argv)
{
    SCOPED_ARENA arena = { 0 };
    struct render_command_options options = { 0 };
    struct text_list operands = { 0 };
    struct err err = { 0 };
    if (!options_parse(table, COUNT_OF(table), argc, argv, &arena, &options, &operands, &err))
        return print_error(&err);
    if (operands.count != 1)
        err_set(&err, ERR_USAGE, "render needs one report, not %zu (see 'grader render --help')",
                operands.count);
    else if (render(&options, operands.at[0], &arena, &err))
        return print_finish(EXIT_PASSED);
    return print_error(&err);
}

const struct command command_render = { "render", "a saved report in another format", help, run };
