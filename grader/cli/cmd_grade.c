/* cmd_grade.c - grader grade: a repository becomes a report. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/clock.h"
#include "grader/base/fd.h"
#include "grader/cli/commands.h"
#include "grader/cli/home.h"
#include "grader/cli/options.h"
#include "grader/cli/print.h"
#include "grader/cli/setup.h"
#include "grader/pipeline/pipeline.h"
#include "grader/report/parse_json.h"
#include "grader/report/render.h"
#include "grader/report/since.h"

static const char help[] =
    "usage: grader grade REPO [OPTION]…\n"
    "\n"
    "Grades a repository: a path, a bare one, or file:// http(s):// git:// ssh:// user@host:path.\n"
    "It holds one folder a problem, named by the problem's id, where the rubric looks for it: at\n"
    "the top or under solutions/ (strict: only there; see 'grader rubric explain').\n"
    "\n"
    "  --rev REV          branch, tag or commit (HEAD)\n"
    "  --problem ID       only this problem; any number of times (all that have a folder)\n"
    "  --problems DIR     where problem packages lie, folders or .zip and .kpp files; any number\n"
    "                     of times (the bundled ones)\n"
    "  --rubric FILE      how points are paid (a bundled one by its name: interview,\n"
    "                     course, strict; or a file)\n"
    "  --key FILE         secret key of the hidden tests (the public practice key)\n"
    "  --jobs N           problems graded at once (the number of processors)\n"
    "  --out DIR          write report.html and report.json there, or what --format names; an\n"
    "                     earlier report.json there is compared with (see 'grader diff')\n"
    "  --format F         text, json, html, md; any number of times with --out (text to the\n"
    "                     terminal)\n"
    "  --protection P     refuse to run with less: full, standard, minimal (standard)\n"
    "  --details          the text report with the reasons and the failed tests\n"
    "  --verbose          the text report with every test\n"
    "\n"
    "Exit code: 0 every graded problem passed, 1 one is below the bar, 2 usage or bad input,\n"
    "3 something could not be graded (our fault).\n"
    "\n"
    "Examples:\n"
    "  grader grade .\n"
    "  grader grade https://example.org/alice/solutions.git --rev main --out report\n"
    "  grader grade ~/alice --problem lrucache --format json >alice.json\n";

struct grade_options {
    const char *revision, *rubric, *key, *out;
    struct text_list only, problems, formats;
    unsigned jobs;
    int protection;
    bool details, verbose;
};

#define AT(member) offsetof(struct grade_options, member)
static const struct option table[] = {
    { "--rev", OPTION_TEXT, AT(revision), NULL },
    { "--problem", OPTION_LIST, AT(only), NULL },
    { "--problems", OPTION_LIST, AT(problems), NULL },
    { "--rubric", OPTION_TEXT, AT(rubric), NULL },
    { "--key", OPTION_TEXT, AT(key), NULL },
    { "--jobs", OPTION_NUMBER, AT(jobs), NULL },
    { "--out", OPTION_TEXT, AT(out), NULL },
    { "--format", OPTION_LIST, AT(formats), NULL },
    { "--protection", OPTION_WORD, AT(protection), setup_protections },
    { "--details", OPTION_FLAG, AT(details), NULL },
    { "--verbose", OPTION_FLAG, AT(verbose), NULL },
};

static bool check_formats(const struct grade_options *o, struct arena *arena, struct err *err)
{
    for (size_t i = 0; i < o->formats.count; i++)
        if (!renderer_find(o->formats.at[i]))
            return err_set(err, ERR_USAGE, "unknown format '%s' (known: %s)", o->formats.at[i],
                           renderer_names(arena));
    if (o->formats.count > 1 && !o->out)
        return err_set(err, ERR_USAGE, "several formats need a folder to be written to: --out DIR");
    return true;
}

/* The bundled problems and rubric stand in for what was not given. */
static bool fill_defaults(struct grade_options *o, struct arena *arena, struct err *err)
{
    const char *home;
    if (!o->jobs)
        o->jobs = setup_jobs();
    if (o->rubric && !home_rubric(o->rubric, arena, &o->rubric, err))
        return false;
    if (o->rubric && o->problems.count > 0)
        return true;
    if (!home_find(arena, &home, err))
        return false;
    if (!o->rubric)
        o->rubric = arena_printf(arena, "%s/rubrics/default.json", home);
    if (o->problems.count == 0)
        text_list_add(&o->problems, arena, arena_printf(arena, "%s/problems", home));
    return true;
}

static bool write_format(const struct report *report, const char *format, const char *folder,
                         const char **out_path, struct arena *arena, struct err *err)
{
    const struct renderer *renderer = renderer_find(format);
    const struct render_options plain = { .verbose = true };
    SCOPED_BUF bytes;
    buf_init(&bytes, RENDER_BYTES_MAX);
    if (!renderer->render(report, &plain, &bytes) || !buf_ok(&bytes))
        return err_set(err, ERR_FAULT, "cannot render the report as %s: it is too large", format);
    *out_path = arena_printf(arena, "%s/report.%s", folder, renderer->extension);
    return file_write(*out_path, buf_text(&bytes), bytes.length, err);
}

static bool print_format(const struct grade_options *o, const struct report *report,
                         const char *format, struct err *err)
{
    const struct render_options options = { .colour = print_uses_colour(),
                                            .width = print_width(),
                                            .brief = !o->details && !o->verbose,
                                            .verbose = o->verbose };
    SCOPED_BUF bytes;
    buf_init(&bytes, RENDER_BYTES_MAX);
    if (!renderer_find(format)->render(report, &options, &bytes) || !buf_ok(&bytes))
        return err_set(err, ERR_FAULT, "cannot render the report as %s: it is too large", format);
    print_bytes((struct str){ buf_text(&bytes), bytes.length });
    return true;
}

/* Files by rename, all before a word of success. Without --out the one format goes to standard
 * output. */
static bool deliver(const struct grade_options *o, const struct report *report, struct arena *arena,
                    struct err *err)
{
    static const char *const usual[] = { "html", "json" };
    if (!o->out)
        return print_format(o, report, o->formats.count ? o->formats.at[0] : "text", err);
    const char *const *formats = o->formats.count ? o->formats.at : usual;
    size_t count = o->formats.count ? o->formats.count : COUNT_OF(usual);
    const char **paths = ARENA_ARRAY(arena, count, const char *);
    for (size_t i = 0; i < count; i++)
        if (!write_format(report, formats[i], o->out, &paths[i], arena, err))
            return false;
    if (!print_format(o, report, "text", err))
        return false;
    for (size_t i = 0; i < count; i++)
        print_line("%s %s", i == 0 ? "\nReport:" : "       ", paths[i]);
    return true;
}

static int exit_code_of(const struct report *report)
{
    for (size_t i = 0; i < report->problem_count; i++)
        if (report->problems[i].status == STATUS_NOT_GRADED)
            return EXIT_NOT_GRADED;
    return report->passed ? EXIT_PASSED : EXIT_BELOW;
}

static void warn(void *context, const char *package, const char *text)
{
    (void)context;
    print_package_warning(package, text);
}

static void show(void *context, const char *what, size_t done, size_t total)
{
    (void)context;
    print_progress(what, done, total);
}

/* An earlier report of this candidate in the folder is compared with; one that can't be read is
 * told of, and grading goes on. */
static void compare_with_earlier(const struct grade_options *o, struct arena *arena,
                                 struct report *report)
{
    struct report earlier;
    struct err err = { 0 };
    if (!o->out)
        return;
    const char *path = arena_printf(arena, "%s/report.json", o->out);
    if (access(path, F_OK) != 0)
        return;
    if (report_load(path, arena, &earlier, &err))
        since_attach(&earlier, arena, report);
    else
        print_note("no comparison with the earlier report: %s", err.text);
}

static bool grade(struct grade_options *o, const char *repository, struct arena *arena,
                  struct report *report, struct err *err)
{
    struct setup setup;
    /* The folder first: nobody wants to learn after minutes that it can't be written. */
    if (!check_formats(o, arena, err) || !fill_defaults(o, arena, err) ||
        (o->out && !folder_make(o->out, err)))
        return false;
    if (o->out && access(o->out, W_OK) != 0)
        return err_sys(err, ERR_INPUT, "cannot write into '%s'", o->out);
    if (!setup_for_judging(&setup, (enum protection_level)o->protection, o->key, arena, err))
        return false;
    const struct grade_request request = { .repository = repository,
                                           .revision = o->revision,
                                           .problem_folders = o->problems.at,
                                           .problem_folder_count = o->problems.count,
                                           .only = o->only.at,
                                           .only_count = o->only.count,
                                           .rubric_path = o->rubric,
                                           .jobs = o->jobs,
                                           .grader_version = GRADER_VERSION,
                                           .now_s = clock_epoch_s(),
                                           .progress = show,
                                           .warn = warn };
    if (!pipeline_grade(&setup.means, &request, arena, report, err))
        return false;
    compare_with_earlier(o, arena, report);
    return deliver(o, report, arena, err);
}

static int run(int argc, char **argv)
{
    SCOPED_ARENA arena = { 0 };
    struct grade_options options = { .protection = PROTECTION_STANDARD };
    struct text_list operands = { 0 };
    struct report report;
    struct err err = { 0 };
    if (!options_parse(table, COUNT_OF(table), argc, argv, &arena, &options, &operands, &err))
        return print_error(&err);
    if (operands.count != 1) {
        err_set(&err, ERR_USAGE, "grade needs one repository, not %zu (see 'grader grade --help')",
                operands.count);
        return print_error(&err);
    }
    if (!grade(&options, operands.at[0], &arena, &report, &err))
        return print_error(&err);
    return print_finish(exit_code_of(&report));
}

const struct command command_grade = { "grade", "grade a repository", help, run };
