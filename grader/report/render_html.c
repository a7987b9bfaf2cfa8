/* render_html.c - a report as one page that loads nothing and runs nothing. */
#include <stdio.h>
#include <string.h>

#include "grader/base/clock.h"
#include "grader/model/points.h"
#include "grader/report/html.h"
#include "grader/report/html_problem.h"
#include "grader/report/html_tests.h"
#include "grader/report/render.h"
#include "grader/report/render_since.h"
#include "grader/report/style.h"
#include "grader/report/tally.h"

enum {
    /* The whole page stays below 1 MB: parts that can be left out share this much. */
    PARTS_BYTES_MAX = 700 * 1000,
    NAME_COLUMNS = 120,
    COMMIT_COLUMNS = 12,
    LEFT_OUT_MAX = 100,
    CHANGES_MAX = 100,
};

/* "2026-11-26 18:17 UTC" as a <time>. */
static void put_time(struct page *page, int64_t epoch_s, bool is_measured)
{
    char text[CLOCK_TEXT_MAX];
    clock_text(epoch_s, text);
    html_put(page, is_measured ? "<time class=\"measured\"" : "<time");
    if (strlen(text) > 16 && text[10] == ' ') {
        char date[] = "0000-00-00T00:00Z";
        memcpy(date, text, 10);
        memcpy(date + 11, text + 11, 5);
        html_put(page, " datetime=\"%s\"", date);
    }
    html_put(page, ">%s</time>", text);
}

/* --- head ---------------------------------------------------------------------------------- */

static void put_document_head(struct page *page, const struct report *report)
{
    html_put(page,
             "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
             "style-src 'sha256-%s'; base-uri 'none'; form-action 'none'\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
             "<meta name=\"referrer\" content=\"no-referrer\">\n"
             "<title>%.*s: grader report</title>\n<style>",
             style_sha256, NAME_COLUMNS, report->author[0] ? report->author : report->commit);
    style_put(page->out);
    html_put(page, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the "
                   "problems</a>\n");
}

static void put_fact(struct page *page, const char *label, const char *text, bool is_code)
{
    if (text[0] == '\0')
        return;
    html_put(page, "<dt>%s</dt><dd>", label);
    if (is_code)
        html_put(page, "<code>%.*s</code></dd>\n", NAME_COLUMNS, text);
    else
        html_put(page, "%.*s</dd>\n", NAME_COLUMNS, text);
}

static void put_facts(struct page *page, const struct report *report)
{
    char bar[POINTS_TEXT_MAX];
    html_put(page, "<dl>\n<dt>Commit</dt><dd><code title=\"%.*s\">%.*s</code>", NAME_COLUMNS,
             report->commit, COMMIT_COLUMNS + 1, report->commit);
    if (report->revision[0])
        html_put(page, " <span class=\"muted\">on</span> <code>%.*s</code>", NAME_COLUMNS,
                 report->revision);
    html_put(page, "</dd>\n");
    put_fact(page, "Subject", report->subject, false);
    html_put(page, "<dt>Committed</dt><dd>");
    put_time(page, report->commit_when_s, false);
    html_put(page, "</dd>\n");
    put_fact(page, "Repository", report->origin, true);
    html_put(page, "<dt>Rubric</dt><dd>%.*s; a problem passes at %s\xc2\xa0%% of its points</dd>\n",
             NAME_COLUMNS, report->rubric_title, points_text(report->pass_percent, bar));
    html_put(page, "<dt>Graded</dt><dd>");
    put_time(page, report->graded_at_s, true);
    html_put(page, "</dd>\n</dl>\n");
}

static void put_score(struct page *page, const struct report *report)
{
    struct tally tally = tally_problems(report);
    char points[POINTS_TEXT_MAX], most[POINTS_TEXT_MAX];
    if (tally.graded == 0) {
        html_put(page, "<div><span class=\"chip big warn\"><span aria-hidden=\"true\">!</span> Not "
                       "graded</span><p>No problem could be graded; the reasons are below.</p>"
                       "</div>\n");
        return;
    }
    html_put(page,
             "<div><span class=\"chip big %s\"><span aria-hidden=\"true\">%s</span> %s</span>",
             report->passed ? "ok" : "bad", report->passed ? "\xe2\x9c\x93" : "\xc3\x97",
             report->passed ? "Passed" : "Not passed");
    html_put(page, "<p class=\"score\">%s <small>of %s points</small></p>",
             points_text(report->points, points), points_text(report->max_points, most));
    html_bar(page, report->points, report->max_points, report->passed, -1);
    html_put(page, "<p>%zu of %zu graded problem%s at or above the bar</p></div>\n", tally.passed,
             tally.graded, tally.graded == 1 ? "" : "s");
}

static void put_header(struct page *page, const struct report *report)
{
    html_put(page,
             "<header class=\"page\">\n<p class=\"eyebrow\">grader report</p>\n<h1>%.*s</h1>\n"
             "<div class=\"hero\">\n",
             NAME_COLUMNS, report->author[0] ? report->author : "A submission");
    put_score(page, report);
    put_facts(page, report);
    html_put(page, "</div>\n</header>\n");
}

/* --- overview ------------------------------------------------------------------------------ */

static void put_overview_row(struct page *page, const struct report *report, size_t i)
{
    const struct report_problem *problem = &report->problems[i];
    char points[POINTS_TEXT_MAX], most[POINTS_TEXT_MAX];
    if (problem->status != STATUS_GRADED) {
        html_put(page, "<tr><th scope=\"row\">%.*s</th><td colspan=\"4\"><span class=\"chip %s\">",
                 NAME_COLUMNS, problem->name,
                 problem->status == STATUS_NOT_GRADED ? "warn" : "off");
        html_put(page, "%s</span> %.*s</td></tr>\n", report_status_name(problem->status), 500,
                 problem->not_graded);
        return;
    }
    html_put(page, "<tr><th scope=\"row\"><a href=\"#p%zu\">%.*s</a></th><td>", i + 1, NAME_COLUMNS,
             problem->name);
    html_verdict(page, problem->verdict, true);
    html_put(page, "</td><td class=\"wide\">");
    html_bar(page, problem->points, problem->max_points, problem->passed, problem->pass_percent);
    html_put(page,
             "</td><td class=\"num\">%s <span class=\"muted\">of %s</span></td><td>%s</td></tr>\n",
             points_text(problem->points, points), points_text(problem->max_points, most),
             problem->passed ? "passed" : "below the bar");
}

static void put_overview(struct page *page, const struct report *report)
{
    html_put(page,
             "<section class=\"card\" aria-labelledby=\"overview\">\n"
             "<h2 id=\"overview\" class=\"vh\">Overview</h2>\n<table class=\"rows overview\">"
             "<caption class=\"vh\">The problems, their verdicts and points</caption><thead><tr>"
             "<th scope=\"col\">Problem</th><th scope=\"col\">Verdict</th>"
             "<th scope=\"col\" class=\"wide\">Share, and the bar</th>"
             "<th scope=\"col\" class=\"num\">Points</th><th scope=\"col\">Result</th>"
             "</tr></thead><tbody>\n");
    for (size_t i = 0; i < report->problem_count; i++)
        put_overview_row(page, report, i);
    html_put(page, "</tbody></table>\n</section>\n");
}

/* Each problem may fill its share of what is left, so that the first ones can't take it all. */
static void put_problems(struct page *page, const struct report *report)
{
    size_t end = page->out->length + PARTS_BYTES_MAX;
    for (size_t i = 0; i < report->problem_count; i++) {
        size_t left = end > page->out->length ? end - page->out->length : 0;
        page->allowed = page->out->length + left / (report->problem_count - i);
        if (report->problems[i].status == STATUS_GRADED)
            html_problem(page, &report->problems[i], i + 1);
    }
}

/* --- foot ---------------------------------------------------------------------------------- */

static void put_left_out(struct page *page, const struct report *report)
{
    size_t shown = report->left_out_count < LEFT_OUT_MAX ? report->left_out_count : LEFT_OUT_MAX;
    size_t more = report->left_out_count - shown + report->left_out_more;
    if (shown + more == 0)
        return;
    html_put(page,
             "<section class=\"card\" aria-labelledby=\"left-out\">\n"
             "<h2 id=\"left-out\">Left out</h2>\n<p class=\"muted\">Of the repository, but not "
             "graded.</p>\n<table><caption class=\"vh\">Left out</caption><thead><tr><th "
             "scope=\"col\">Name</th>"
             "<th scope=\"col\">Why</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < shown; i++) {
        html_put(page, "<tr><td><code>");
        html_put_cut(page, report->left_out[i].name, NAME_COLUMNS);
        html_put(page, "</code></td><td>%.*s</td></tr>\n", NAME_COLUMNS,
                 report->left_out[i].reason);
    }
    html_put(page, "</tbody></table>\n");
    if (more > 0)
        html_put(page, "<p class=\"note\">and %zu more</p>\n", more);
    html_put(page, "</section>\n");
}

static void put_footer(struct page *page, const struct report *report)
{
    html_put(page, "<footer class=\"page\">\n<p>Protection active in every run: ");
    for (size_t i = 0; i < report->protection_count; i++)
        html_put(page, "%s%s", i ? ", " : "", report->protection[i]);
    html_put(page, report->protection_count ? ".</p>\n" : "none.</p>\n");
    if (strcmp(report->key, "practice") == 0)
        html_put(page, "<p>Hidden tests were made with the public practice key: anybody can make "
                       "the same ones.</p>\n");
    else
        html_put(page, "<p>Hidden tests were made with a key of kind: %s.</p>\n", report->key);
    if (report->commit[0])
        html_put(page, "<p>Commit <code>%.*s</code></p>\n", NAME_COLUMNS, report->commit);
    if (report->tool_count > 0) {
        html_put(page, "<p>Tools: ");
        for (size_t i = 0; i < report->tool_count; i++)
            html_put(page, "%s%.*s %.*s", i ? ", " : "", NAME_COLUMNS, report->tools[i].name,
                     NAME_COLUMNS, report->tools[i].version);
        html_put(page, ".</p>\n");
    }
    html_put(page, "<p>grader %s, rubric <code>%s</code>, report format %u.</p>\n</footer>\n",
             report->grader_version, report->rubric_id, (unsigned)REPORT_SCHEMA_VERSION);
}

static bool render(const struct report *report, const struct render_options *options UNUSED,
                   struct buf *out)
{
    struct page page = { out, 0 };
    put_document_head(&page, report);
    put_header(&page, report);
    html_put(&page, "<main class=\"page\" id=\"main\">\n");
    put_overview(&page, report);
    if (report->since)
        html_since(&page, report->since, CHANGES_MAX);
    put_problems(&page, report);
    put_left_out(&page, report);
    html_put(&page, "</main>\n");
    put_footer(&page, report);
    html_put(&page, "</body>\n</html>\n");
    return buf_ok(out);
}

const struct renderer render_html = { "html", "html", render };
