/* cmd_diff.c - grader diff: what differs between two reports. */
#include "grader/base/fd.h"
#include "grader/cli/commands.h"
#include "grader/cli/options.h"
#include "grader/cli/print.h"
#include "grader/report/parse_json.h"
#include "grader/report/render_since.h"
#include "grader/report/since.h"

static const char help[] =
    "usage: grader diff OLD.json NEW.json [--format text|json|md|html] [--out FILE]\n"
    "\n"
    "What got better or worse between two reports, what is fixed and what is new to mend: points,\n"
    "verdicts, growth, tests and remarks; never measured times. Reports of different candidates,\n"
    "rubrics or keys are compared all the same, with a note. As html it is the page of NEW with\n"
    "that at its top; 'grader grade --out DIR' adds it by itself when DIR has a report already.\n"
    "\n"
    "Exit code: 0 nothing is worse, 1 something is worse or new to mend, 2 a bad report or "
    "command\n"
    "line, 3 for a fault of ours.\n"
    "\n"
    "Examples:\n"
    "  grader diff monday/report.json friday/report.json\n"
    "  grader diff old.json new.json --format md >>\"$GITHUB_STEP_SUMMARY\"\n"
    "  grader diff old.json new.json --format html --out progress.html\n";

struct diff_options {
    const char *format, *out;
};

#define AT(member) offsetof(struct diff_options, member)
static const struct option table[] = {
    { "--format", OPTION_TEXT, AT(format), NULL },
    { "--out", OPTION_TEXT, AT(out), NULL },
};

static bool write_out(const struct diff_options *o, const struct report *report,
                      since_renderer *render, struct err *err)
{
    const struct render_options options = { .colour = !o->out && print_uses_colour(),
                                            .width = o->out ? 0 : print_width() };
    SCOPED_BUF bytes;
    buf_init(&bytes, RENDER_BYTES_MAX);
    if (!render(report, &options, &bytes) || !buf_ok(&bytes))
        return err_set(err, ERR_FAULT, "cannot show the differences: they are too long");
    if (o->out)
        return file_write(o->out, buf_text(&bytes), bytes.length, err);
    print_bytes((struct str){ buf_text(&bytes), bytes.length });
    return true;
}

static bool diff(const struct diff_options *o, const char *const *paths, struct arena *arena,
                 bool *out_worse, struct err *err)
{
    struct report earlier, report;
    struct report_since *since = ARENA_NEW(arena, struct report_since);
    since_renderer *render = since_renderer_find(o->format ? o->format : "text");
    if (!render)
        return err_set(err, ERR_USAGE, "unknown format '%s' (known: text, json, md, html)",
                       o->format);
    if (!report_load(paths[0], arena, &earlier, err) || !report_load(paths[1], arena, &report, err))
        return false;
    since_make(&earlier, &report, arena, since);
    report.since = since;
    *out_worse = since_is_worse(since);
    return write_out(o, &report, render, err);
}

static int run(int argc, char **argv)
{
    SCOPED_ARENA arena = { 0 };
    struct diff_options options = { 0 };
    struct text_list operands = { 0 };
    struct err err = { 0 };
    bool is_worse = false;
    if (!options_parse(table, COUNT_OF(table), argc, argv, &arena, &options, &operands, &err))
        return print_error(&err);
    if (operands.count != 2)
        err_set(&err, ERR_USAGE, "diff needs two reports, not %zu (see 'grader diff --help')",
                operands.count);
    else if (diff(&options, operands.at, &arena, &is_worse, &err))
        return print_finish(is_worse ? EXIT_BELOW : EXIT_PASSED);
    return print_error(&err);
}

const struct command command_diff = { "diff", "what differs between two reports", help, run };
