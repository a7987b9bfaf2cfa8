/* render_md.c - a report as Markdown, for the summary of a CI job or a comment. */
#include <string.h>

#include "grader/base/clock.h"
#include "grader/model/points.h"
#include "grader/report/md.h"
#include "grader/report/md_problem.h"
#include "grader/report/render.h"
#include "grader/report/render_since.h"
#include "grader/report/tally.h"

/*
 * GitHub takes no more than 1 MiB for the summary of a step, and nothing of a longer one.
 * Everything is a part with a share of that but for the head, the foot and a table of so many rows.
 */
enum {
    MD_BYTES_MAX = 1000 * 1000,
    FOOT_BYTES = 60 * 1000,
    ROWS_MAX = 200,
    LEFT_OUT_MAX = 20,
    CHANGES_MAX = 30,
    LAYERS_MAX = 40,
    TOOLS_MAX = 40,
    NAME_COLUMNS = 120,
    REASON_COLUMNS = 300,
    COMMIT_COLUMNS = 12,
};

static void put_time(struct md *md, int64_t epoch_s)
{
    char text[CLOCK_TEXT_MAX];
    clock_text(epoch_s, text);
    md_puts(md, text);
}

static void put_head(struct md *md, const struct report *report)
{
    struct tally tally = tally_problems(report);
    char text[POINTS_TEXT_MAX];
    md_puts(md, tally.graded == 0 ? "## \xe2\x9a\xa0\xef\xb8\x8f Not graded"
                : report->passed  ? "## \xe2\x9c\x85 Passed"
                                  : "## \xe2\x9d\x8c Not passed");
    if (tally.graded > 0) {
        md_puts(md, ": ");
        md_puts(md, points_text(report->points, text));
        md_puts(md, " of ");
        md_puts(md, points_text(report->max_points, text));
        md_puts(md, " points");
    }
    md_put(md, "\n\n%.*s, commit <code>%.*s</code>", NAME_COLUMNS,
           report->author[0] ? report->author : "A submission", COMMIT_COLUMNS, report->commit);
    if (report->revision[0])
        md_put(md, " on <code>%.*s</code>", NAME_COLUMNS, report->revision);
    md_puts(md, ", ");
    put_time(md, report->commit_when_s);
    md_put(md, "; %zu of %zu graded problem%s at or above the bar.\n\n", tally.passed, tally.graded,
           tally.graded == 1 ? "" : "s");
}

static void put_row(struct md *md, const struct report_problem *problem)
{
    char text[POINTS_TEXT_MAX];
    md_put(md, "| %.*s | ", NAME_COLUMNS, problem->name);
    if (problem->status != STATUS_GRADED) {
        md_put(md, "%s |  | %.*s |\n", report_status_name(problem->status), REASON_COLUMNS,
               problem->not_graded);
        return;
    }
    md_verdict(md, problem->verdict);
    md_puts(md, " | ");
    md_puts(md, points_text(problem->points, text));
    md_puts(md, " of ");
    md_puts(md, points_text(problem->max_points, text));
    md_puts(md, problem->passed ? " | passed |\n" : " | below the bar |\n");
}

static void put_overview(struct md *md, const struct report *report)
{
    size_t shown = report->problem_count < ROWS_MAX ? report->problem_count : ROWS_MAX;
    md_puts(md, "| Problem | Verdict | Points | Result |\n| :-- | :-- | --: | :-- |\n");
    for (size_t i = 0; i < shown; i++)
        put_row(md, &report->problems[i]);
    md_puts(md, "\n");
    if (shown < report->problem_count)
        md_put(md, "and %zu more\n\n", report->problem_count - shown);
}

/* Each problem may fill its share of what is left, so that the first ones can't take it all. */
static void put_problems(struct md *md, const struct report *report)
{
    const size_t end = MD_BYTES_MAX - FOOT_BYTES;
    for (size_t i = 0; i < report->problem_count; i++) {
        size_t left = end > md->out->length ? end - md->out->length : 0;
        md->allowed = md->out->length + left / (report->problem_count - i);
        if (report->problems[i].status == STATUS_GRADED)
            md_problem(md, &report->problems[i]);
    }
}

static void put_left_out(struct md *md, const struct report *report)
{
    size_t shown = report->left_out_count < LEFT_OUT_MAX ? report->left_out_count : LEFT_OUT_MAX;
    size_t more = report->left_out_count - shown + report->left_out_more;
    if (shown + more == 0)
        return;
    md_puts(md, "Of the repository, but not graded:\n\n");
    for (size_t i = 0; i < shown; i++) {
        md_puts(md, "- <code>");
        md_put_cut(md, report->left_out[i].name, NAME_COLUMNS);
        md_put(md, "</code> %.*s\n", NAME_COLUMNS, report->left_out[i].reason);
    }
    if (more > 0)
        md_put(md, "- and %zu more\n", more);
    md_puts(md, "\n");
}

static void put_tools(struct md *md, const struct report *report)
{
    size_t shown = report->tool_count < TOOLS_MAX ? report->tool_count : TOOLS_MAX;
    for (size_t i = 0; i < shown; i++)
        md_put(md, "%s%.*s %.*s", i ? ", " : " Tools: ", NAME_COLUMNS, report->tools[i].name,
               NAME_COLUMNS, report->tools[i].version);
    md_puts(md, shown ? "." : "");
}

static void put_foot(struct md *md, const struct report *report)
{
    size_t shown = report->protection_count < LAYERS_MAX ? report->protection_count : LAYERS_MAX;
    md_puts(md, "---\n\nProtection active in every run: ");
    for (size_t i = 0; i < shown; i++)
        md_put(md, "%s%.*s", i ? ", " : "", NAME_COLUMNS, report->protection[i]);
    md_puts(md, shown ? ". " : "none. ");
    if (strcmp(report->key, "practice") == 0)
        md_puts(md, "Hidden tests were made with the public practice key: anybody can make the "
                    "same ones.");
    else
        md_put(md, "Hidden tests were made with a key of kind: %.*s.", NAME_COLUMNS, report->key);
    md_put(md, "\nRubric: %.*s, grader %.*s.", NAME_COLUMNS, report->rubric_title, NAME_COLUMNS,
           report->grader_version);
    put_tools(md, report);
    md_puts(md, "\n\nGraded ");
    put_time(md, report->graded_at_s);
    md_puts(md, "\n");
    if (*md->left_out > 0)
        md_put(md,
               "\n%zu part%s left out here: a summary may hold 1 MiB. The reports in HTML and JSON "
               "have more.\n",
               *md->left_out, *md->left_out == 1 ? " is" : "s are");
}

static bool render(const struct report *report, const struct render_options *options UNUSED,
                   struct buf *out)
{
    size_t left_out = 0;
    struct md md = { out, 0, &left_out };
    put_head(&md, report);
    put_overview(&md, report);
    if (report->since)
        md_since(&md, report->since, CHANGES_MAX);
    put_problems(&md, report);
    put_left_out(&md, report);
    put_foot(&md, report);
    return buf_ok(out);
}

const struct renderer render_md = { "md", "md", render };
