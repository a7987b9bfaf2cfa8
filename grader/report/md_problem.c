/* md_problem.c - one problem of the Markdown report. */
#include "grader/report/md_problem.h"

#include <string.h>

#include "grader/base/arena.h"
#include "grader/model/points.h"
#include "grader/report/counter_words.h"
#include "grader/report/format.h"
#include "grader/report/group_peak.h"
#include "grader/report/growth_words.h"

enum {
    NAME_COLUMNS = 120,
    TEXT_COLUMNS = 1200,
    DIAGNOSTICS_SHOWN = 20,
    CASES_SHOWN = 400,
    MESSAGE_BYTES_MAX = 1000,
};

/* --- small pieces -------------------------------------------------------------------------- */

void md_verdict(struct md *md, enum verdict verdict)
{
    if (verdict == VERDICT_NONE) {
        md_puts(md, "not run");
        return;
    }
    md_puts(md, verdict == VERDICT_ACCEPTED ? "\xe2\x9c\x85 " : "\xe2\x9d\x8c ");
    md_puts(md, verdict_code(verdict));
}

static void put_points(struct md *md, double points, double most)
{
    char text[POINTS_TEXT_MAX];
    md_puts(md, points_text(points, text));
    md_puts(md, " of ");
    md_puts(md, points_text(most, text));
}

/* Of a run: our own figures. */
static void put_duration(struct md *md, const char *sign, uint64_t us)
{
    char text[FORMAT_TEXT_MAX];
    md_puts(md, sign);
    md_puts(md, format_duration(us, text));
}

static void put_size(struct md *md, const char *sign, uint64_t bytes)
{
    char text[FORMAT_TEXT_MAX];
    md_puts(md, sign);
    md_puts(md, format_bytes(bytes, text));
}

/* --- what matters -------------------------------------------------------------------------- */

static void put_remarks(struct md *md, const void *subject)
{
    const struct report_problem *problem = subject;
    for (size_t i = 0; i < problem->remark_count; i++) {
        const struct report_remark *remark = &problem->remarks[i];
        md_put(md, "- **%s**", remark_kind_name(remark->kind));
        if (remark->where[0])
            md_put(md, " <code>%.*s</code>", NAME_COLUMNS, remark->where);
        md_put(md, " %.*s", TEXT_COLUMNS, remark->text);
        if (remark->change[0])
            md_put(md, " %.*s", TEXT_COLUMNS, remark->change);
        md_put_link(md, remark->read_on);
        md_puts(md, "\n");
    }
    md_puts(md, problem->remark_count ? "\n" : "");
}

/* --- points -------------------------------------------------------------------------------- */

static void put_criteria(struct md *md, const void *subject)
{
    const struct report_problem *problem = subject;
    md_puts(md, "| Criterion | Level | Points | Reason |\n| :-- | :-- | --: | :-- |\n");
    for (size_t i = 0; i < problem->criterion_count; i++) {
        const struct report_criterion *criterion = &problem->criteria[i];
        md_put(md, "| %.*s | %.*s | ", NAME_COLUMNS, criterion->title, NAME_COLUMNS,
               criterion->level);
        if (criterion->in_force)
            put_points(md, criterion->points, criterion->max_points);
        else
            md_puts(md, "not measured");
        md_put(md, " | %.*s |\n", TEXT_COLUMNS, criterion->reason);
    }
    md_puts(md, "\n");
}

/* --- tests --------------------------------------------------------------------------------- */

static void put_group(struct md *md, const struct report_problem *problem,
                      const struct report_group *group)
{
    struct group_peak peak = group_peak_of(problem, group->name);
    md_put(md, "| <code>%.*s</code> | ", NAME_COLUMNS, group->name);
    md_verdict(md, group->verdict);
    md_put(md, " | %zu of %zu | ", group->accepted_count, group->case_count);
    if (peak.over_time)
        put_duration(md, "over ", problem->time_limit_us);
    else if (peak.has_figures)
        put_duration(md, "", peak.cpu_us);
    md_puts(md, " | ");
    if (peak.over_memory)
        put_size(md, "over ", problem->memory_limit_bytes);
    else if (peak.has_figures)
        put_size(md, "", peak.memory_bytes);
    md_puts(md, " |\n");
}

static void put_groups(struct md *md, const void *subject)
{
    const struct report_problem *problem = subject;
    if (problem->group_count == 0)
        return;
    md_puts(md, "| Tests | Verdict | Passed | Most CPU | Most memory |\n"
                "| :-- | :-- | --: | --: | --: |\n");
    for (size_t i = 0; i < problem->group_count; i++)
        put_group(md, problem, &problem->groups[i]);
    md_puts(md, "\n");
}

static void put_case(struct md *md, const struct report_problem *problem,
                     const struct report_case *test)
{
    md_put(md, "| <code>%.*s</code> | ", NAME_COLUMNS, test->name);
    md_verdict(md, test->verdict);
    md_puts(md, " | ");
    if (test->has_figures)
        put_duration(md, "", test->cpu_us);
    else if (test->verdict == VERDICT_TIME_LIMIT)
        put_duration(md, "over ", problem->time_limit_us);
    md_puts(md, " | ");
    if (test->has_figures)
        put_size(md, "", test->memory_bytes);
    md_put(md, " | %.*s", TEXT_COLUMNS, test->cause);
    if (test->hint[0])
        md_put(md, " Hint: %.*s", TEXT_COLUMNS, test->hint);
    md_puts(md, " |\n");
}

static void put_cases(struct md *md, const void *subject)
{
    const struct report_problem *problem = subject;
    size_t shown = problem->case_count < CASES_SHOWN ? problem->case_count : CASES_SHOWN;
    if (shown == 0)
        return;
    md_put(md,
           "<details><summary>All %zu tests</summary>\n\n"
           "| Test | Verdict | CPU | Memory | Cause |\n| :-- | :-- | --: | --: | :-- |\n",
           problem->case_count);
    for (size_t i = 0; i < shown; i++)
        put_case(md, problem, &problem->cases[i]);
    if (shown < problem->case_count)
        md_put(md, "\nand %zu more\n", problem->case_count - shown);
    md_puts(md, "\n</details>\n\n");
}

/* --- failures that may be shown ------------------------------------------------------------ */

static void put_panel(struct md *md, const char *label, struct str bytes, bool is_cut)
{
    md_puts(md, label);
    md_puts(md, is_cut ? " (cut)" : "");
    if (bytes.length == 0) {
        md_puts(md, ": nothing\n\n");
        return;
    }
    md_puts(md, "\n\n<pre>");
    md_put_bytes(md, bytes);
    md_puts(md, "</pre>\n\n");
}

static void put_exhibit(struct md *md, const void *subject)
{
    const struct report_case *test = subject;
    const struct report_exhibit *exhibit = test->exhibit;
    md_put(md, "<details><summary><code>%.*s</code>: %s", NAME_COLUMNS, test->name,
           verdict_phrase(test->verdict));
    if (exhibit->got_line > 0)
        md_put(md, ", first difference in line %u", exhibit->got_line);
    md_puts(md, "</summary>\n\n");
    if (exhibit->message[0]) {
        struct str message = str_of(exhibit->message);
        bool is_cut = message.length > MESSAGE_BYTES_MAX;
        message.length = is_cut ? MESSAGE_BYTES_MAX : message.length;
        put_panel(md, "Judge", message, is_cut);
    }
    put_panel(md, "Input", exhibit->input, exhibit->input_is_cut || exhibit->input_skipped > 0);
    put_panel(md, "Expected", exhibit->expected,
              exhibit->expected_is_cut || exhibit->expected_skipped > 0);
    put_panel(md, "Got", exhibit->got, exhibit->got_is_cut || exhibit->got_skipped > 0);
    md_puts(md, "</details>\n\n");
}

static void put_counterexample(struct md *md, const void *subject)
{
    const struct report_problem *problem = subject;
    SCOPED_ARENA arena = { 0 };
    const char *words = counter_words(problem->counterexample, &arena);
    if (!words[0])
        return;
    md_put(md, "%s\n\n", words);
    if (!problem->counterexample->exhibit)
        return;
    const struct report_case test = counter_case(problem->counterexample);
    put_exhibit(md, &test);
}

/* --- the compiler, and growth -------------------------------------------------------------- */

static void put_diagnostics(struct md *md, const void *subject)
{
    const struct report_problem *problem = subject;
    size_t shown = problem->diagnostic_count;
    shown = shown < DIAGNOSTICS_SHOWN ? shown : DIAGNOSTICS_SHOWN;
    size_t more = problem->diagnostic_count - shown + problem->diagnostics_more;
    if (shown == 0)
        return;
    md_puts(md, "The compiler says:\n\n");
    for (size_t i = 0; i < shown; i++) {
        const struct report_diagnostic *diagnostic = &problem->diagnostics[i];
        md_put(md, "- %.*s", NAME_COLUMNS, diagnostic->kind);
        if (diagnostic->file[0])
            md_put(md, " <code>%.*s:%u:%u</code>", NAME_COLUMNS, diagnostic->file, diagnostic->line,
                   diagnostic->column);
        md_put(md, " %.*s\n", TEXT_COLUMNS, diagnostic->message);
    }
    if (more > 0)
        md_put(md, "- and %zu more\n", more);
    md_puts(md, "\n");
}

static void put_curve(struct md *md, const struct report_curve *curve, struct arena *arena)
{
    const char *multiple = growth_words_multiple(curve, arena);
    md_put(md, "- %s: %.*s", growth_resource_name(curve->resource), TEXT_COLUMNS,
           growth_words_measured(curve, arena));
    if (growth_is_judged(curve))
        md_put(md, ", asked for %.*s: **%s**%s%.*s", NAME_COLUMNS, curve->required,
               curve->met ? "as asked" : "grows too fast", multiple[0] ? "; " : "", TEXT_COLUMNS,
               multiple);
    md_puts(md, "\n");
}

static void put_growth(struct md *md, const void *subject)
{
    const struct report_problem *problem = subject;
    const struct report_growth *growth = problem->growth;
    SCOPED_ARENA arena = { 0 };
    if (growth->not_measured[0])
        return;
    md_puts(md, "How the cost grows:\n\n");
    for (size_t i = 0; i < growth->curve_count; i++)
        put_curve(md, &growth->curves[i], &arena);
    if (growth->suspicion[0])
        md_put(md, "- suspicious, a person should look: %.*s\n", TEXT_COLUMNS, growth->suspicion);
    md_puts(md, "\n");
}

/* --- all of it ----------------------------------------------------------------------------- */

static void put_hash(struct md *md, const char *what, const char *hash)
{
    enum { HASH_COLUMNS = 12 + 1 }; /* digits, and the sign of more */
    if (hash[0])
        md_put(md, "%s <code>%.*s</code>", what, HASH_COLUMNS, hash);
}

static void put_head(struct md *md, const void *subject)
{
    const struct report_problem *problem = subject;
    md_put(md, "### %.*s\n\n<code>%.*s</code> ", NAME_COLUMNS, problem->name, NAME_COLUMNS,
           problem->id);
    md_verdict(md, problem->verdict);
    md_put(md, " %s, ", verdict_phrase(problem->verdict));
    put_points(md, problem->points, problem->max_points);
    md_puts(md, problem->passed ? " points, passed" : " points, below the bar");
    md_puts(md, problem->borderline ? ", near the time limit" : "");
    put_hash(md, "; package", problem->package_hash);
    put_hash(md, problem->package_hash[0] ? ", sources" : "; sources", problem->submission_hash);
    md_puts(md, "\n\n");
}

void md_problem(struct md *md, const struct report_problem *problem)
{
    md_part(md, put_head, problem);
    md_part(md, put_remarks, problem);
    md_part(md, put_criteria, problem);
    if (problem->growth)
        md_part(md, put_growth, problem);
    md_part(md, put_groups, problem);
    md_part(md, put_diagnostics, problem);
    for (size_t i = 0; i < problem->case_count; i++)
        if (problem->cases[i].exhibit)
            md_part(md, put_exhibit, &problem->cases[i]);
    md_part(md, put_counterexample, problem);
    md_part(md, put_cases, problem);
}
