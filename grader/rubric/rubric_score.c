/* rubric_score.c - what a rubric pays for one judgement, with a reason for every point. */
#include "grader/rubric/rubric_score.h"

#include <assert.h>
#include <math.h>

#include "grader/base/buf.h"
#include "grader/model/points.h"
#include "grader/rubric/adjust.h"
#include "grader/rubric/paid.h"
#include "grader/rubric/pay_growth.h"
#include "grader/rubric/pay_quality.h"
#include "grader/rubric/quality_score.h"

enum {
    GROUPS_NAMED_MAX = 3, /* in a reason */
    REASON_BYTES_MAX = 4096,
};

struct scoring {
    const struct rubric_criterion *criterion;
    const struct rubric_evidence *evidence;
    const struct judgement *judgement;
    const struct report_score *score; /* its dimensions are there already */
    struct arena *arena;
};

static struct earned earned(double share, const char *reason)
{
    return (struct earned){ .share = share, .reason = reason };
}

/* --- counts -------------------------------------------------------------------------------- */

struct counts {
    size_t all, judged, accepted;
};

static struct counts count_cases(const struct judgement *judgement)
{
    struct counts counts = { .all = judgement->case_count };
    for (size_t i = 0; i < judgement->case_count; i++) {
        counts.judged += judgement->cases[i].verdict != VERDICT_NONE;
        counts.accepted += judgement->cases[i].verdict == VERDICT_ACCEPTED;
    }
    return counts;
}

static const struct case_result *first_failure(const struct judgement *judgement)
{
    for (size_t i = 0; i < judgement->case_count; i++)
        if (judgement->cases[i].verdict > VERDICT_ACCEPTED)
            return &judgement->cases[i];
    return NULL;
}

static bool is_sample(const struct test_group *group)
{
    while (group->parent)
        group = group->parent;
    return str_is(str_of(group->name), "sample");
}

/* Of the cases that lie in the group itself, not in a group below it. */
static struct counts count_in_group(const struct judgement *judgement,
                                    const struct test_group *group)
{
    struct counts counts = { 0 };
    for (size_t i = 0; i < judgement->case_count; i++) {
        const struct case_result *result = &judgement->cases[i];
        if (result->test->group != group)
            continue;
        counts.all++;
        counts.judged += result->verdict != VERDICT_NONE;
        counts.accepted += result->verdict == VERDICT_ACCEPTED;
    }
    return counts;
}

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

/* --- reasons ------------------------------------------------------------------------------- */

static const char *reason_without_tests(const struct judgement *judgement)
{
    return judgement->compile.ok ? "No test could run."
                                 : "The program did not compile, so no test could run.";
}

static struct earned pay_all_tests(const struct scoring *scoring)
{
    const struct judgement *judgement = scoring->judgement;
    struct counts counts = count_cases(judgement);
    if (counts.judged == 0)
        return earned(0, reason_without_tests(judgement));
    if (judgement->verdict == VERDICT_ACCEPTED)
        return earned(1, arena_printf(scoring->arena, "All %zu test%s passed.", counts.all,
                                      plural(counts.all)));
    const char *not_run = "";
    if (counts.judged < counts.all)
        not_run =
            arena_printf(scoring->arena, " (%zu more did not run)", counts.all - counts.judged);
    const char *first = "";
    const struct case_result *failure = first_failure(judgement);
    if (failure)
        first = arena_printf(scoring->arena, " The first that failed is in %s: %s.",
                             failure->test->group->name, verdict_phrase(failure->verdict));
    return earned(0, arena_printf(scoring->arena,
                                  "%zu of %zu tests passed%s; these points are paid "
                                  "only when every test passes.%s",
                                  counts.accepted, counts.judged, not_run, first));
}

static struct earned pay_package_score(const struct scoring *scoring)
{
    const struct judgement *judgement = scoring->judgement;
    double share = fmin(fmax(judgement->score / judgement->max_score, 0), 1);
    char score[POINTS_TEXT_MAX], most[POINTS_TEXT_MAX];
    return earned(share,
                  arena_printf(scoring->arena, "The tests paid %s of the problem's %s points.",
                               points_text(judgement->score, score),
                               points_text(judgement->max_score, most)));
}

/* Group by group: how many passed, and the names of the first that did not. */
struct group_tally {
    size_t all, passed, not_run, named;
    struct buf failed; /* "secret/2-edge (wrong answer), …" */
};

static void tally_group(struct group_tally *tally, const struct judgement *judgement,
                        const struct group_result *result)
{
    struct counts counts = count_in_group(judgement, result->group);
    if (counts.all == 0 || is_sample(result->group))
        return;
    tally->all++;
    if (counts.accepted == counts.all) {
        tally->passed++;
    } else if (counts.judged == 0) {
        tally->not_run++;
    } else if (tally->named++ < GROUPS_NAMED_MAX) {
        buf_printf(&tally->failed, "%s%s (%s)", tally->named > 1 ? ", " : "", result->group->name,
                   verdict_phrase(result->verdict));
    }
}

static const char *tally_reason(const struct scoring *scoring, const struct group_tally *tally)
{
    const struct rubric_criterion *criterion = scoring->criterion;
    if (tally->passed == tally->all)
        return arena_printf(scoring->arena, "%s of hidden tests passed.",
                            tally->all == 1
                                ? "The one group"
                                : arena_printf(scoring->arena, "All %zu groups", tally->all));
    SCOPED_BUF text;
    buf_init(&text, REASON_BYTES_MAX);
    char each[POINTS_TEXT_MAX];
    buf_printf(&text, "%zu of %zu groups of hidden tests passed", tally->passed, tally->all);
    if (criterion->scale_count == 0)
        buf_printf(&text, "; each pays %s points",
                   points_text(points_round(criterion->weight / (double)tally->all), each));
    buf_puts(&text, ".");
    if (tally->named > 0) {
        buf_printf(&text, " Failed: %s", buf_text(&tally->failed));
        if (tally->named > GROUPS_NAMED_MAX)
            buf_printf(&text, " and %zu more", tally->named - GROUPS_NAMED_MAX);
        buf_puts(&text, ".");
    }
    if (tally->not_run > 0)
        buf_printf(&text, " %zu group%s did not run after a failure.", tally->not_run,
                   plural(tally->not_run));
    return arena_strdup(scoring->arena, buf_text(&text));
}

static struct earned pay_test_groups(const struct scoring *scoring)
{
    const struct judgement *judgement = scoring->judgement;
    if (count_cases(judgement).judged == 0)
        return earned(0, reason_without_tests(judgement));
    if (judgement->package->kinds & PACKAGE_SCORING)
        return isfinite(judgement->max_score) && judgement->max_score > 0
                   ? pay_package_score(scoring)
                   : pay_all_tests(scoring);
    struct group_tally tally = { 0 };
    buf_init(&tally.failed, REASON_BYTES_MAX / 2);
    for (size_t i = 0; i < judgement->group_count; i++)
        tally_group(&tally, judgement, &judgement->groups[i]);
    struct earned result;
    if (tally.all == 0)
        result = pay_all_tests(scoring);
    else
        result = earned((double)tally.passed / (double)tally.all, tally_reason(scoring, &tally));
    buf_release(&tally.failed);
    return result;
}

static struct earned pay_samples(const struct scoring *scoring)
{
    const struct judgement *judgement = scoring->judgement;
    size_t all = 0, accepted = 0;
    for (size_t i = 0; i < judgement->case_count; i++) {
        if (!is_sample(judgement->cases[i].test->group))
            continue;
        all++;
        accepted += judgement->cases[i].verdict == VERDICT_ACCEPTED;
    }
    if (count_cases(judgement).judged == 0)
        return earned(0, reason_without_tests(judgement));
    if (all == 0)
        return earned(1, "The problem has no samples.");
    return earned((double)accepted / (double)all,
                  arena_printf(scoring->arena, "%zu of %zu sample%s of the statement %s.", accepted,
                               all, plural(all), accepted == 1 ? "passes" : "pass"));
}

static struct earned pay_compile(const struct scoring *scoring)
{
    bool ok = scoring->judgement->compile.ok;
    return earned(ok ? 1 : 0, ok ? "The program compiles." : "The program did not compile.");
}

static struct earned pay_for_growth(const struct scoring *scoring)
{
    return pay_growth(&scoring->criterion->growth, scoring->evidence->growth, scoring->arena);
}

static struct earned pay_for_quality(const struct scoring *scoring)
{
    const struct report_score *score = scoring->score;
    return pay_quality(scoring->criterion->dimension, scoring->evidence, score->dimensions,
                       score->dimension_count, scoring->arena);
}

static struct earned (*const payers[])(const struct scoring *) = {
    [EVIDENCE_ALL_TESTS] = pay_all_tests, [EVIDENCE_TEST_GROUPS] = pay_test_groups,
    [EVIDENCE_SAMPLES] = pay_samples,     [EVIDENCE_COMPILE] = pay_compile,
    [EVIDENCE_GROWTH] = pay_for_growth,   [EVIDENCE_QUALITY] = pay_for_quality,
};
static_assert(COUNT_OF(payers) == EVIDENCE_COUNT, "one payer per kind of evidence");

/* --- rows ---------------------------------------------------------------------------------- */

static const struct rubric_level *level_of(const struct rubric_criterion *criterion, double share)
{
    size_t i = 0;
    while (i + 1 < criterion->level_count && share < criterion->levels[i].from_share - 1e-9)
        i++;
    return &criterion->levels[i];
}

/* "80 %", of a share. */
static const char *percent_text(double share, char out[POINTS_TEXT_MAX])
{
    return points_text(points_round(share * 100), out);
}

/* The evidence's share through scale and caps; the reason tells of a cap that took something. */
static struct earned price(const struct scoring *scoring, struct earned evidence)
{
    struct earned paid = earned(paid_by_scale(scoring->criterion, evidence.share), evidence.reason);
    const struct rubric_cap *cap = paid_cap(scoring->criterion, scoring->evidence);
    char percent[POINTS_TEXT_MAX];
    if (scoring->criterion->scale_count > 0 && evidence.share > 0 && evidence.share < 1)
        paid.reason = arena_printf(scoring->arena, "%s By the rubric's scale that pays %s %%.",
                                   paid.reason, percent_text(paid.share, percent));
    if (!cap || cap->most_share >= paid.share)
        return paid;
    return earned(cap->most_share,
                  arena_printf(scoring->arena, "%s No more than %s %%: %s", paid.reason,
                               percent_text(cap->most_share, percent), cap->text));
}

static struct report_criterion score_criterion(const struct scoring *scoring)
{
    const struct rubric_criterion *criterion = scoring->criterion;
    struct report_criterion row = {
        .id = criterion->id,
        .title = criterion->title,
        .part = criterion->part,
        .in_force = criterion->in_force,
        .max_points = criterion->weight,
        .level = "",
        .level_text = "",
        .reason = "Not asked for here; it costs no points.",
    };
    if (!row.in_force)
        return row;
    struct earned evidence = payers[criterion->evidence](scoring);
    if (evidence.is_unknown) {
        row.in_force = false;
        row.reason = arena_printf(scoring->arena, "%s It costs no points.", evidence.reason);
        return row;
    }
    struct earned paid = price(scoring, evidence);
    const struct rubric_level *level = level_of(criterion, paid.share);
    row.points = points_of_share(criterion->weight, paid.share);
    row.level = level->word;
    row.level_text = level->text;
    row.reason = paid.reason;
    return row;
}

void rubric_score(const struct rubric *rubric, const struct rubric_evidence *evidence,
                  struct arena *arena, struct report_score *out)
{
    const struct judgement *judgement = evidence->judgement;
    assert(judgement->verdict != VERDICT_JUDGE_ERROR);
    const struct rubric ours =
        rubric_adjusted(rubric, rubric_adjustment_of(rubric, judgement->package->id), arena);
    struct report_score score = {
        .criteria = ARENA_ARRAY(arena, ours.criterion_count, struct report_criterion),
        .criterion_count = ours.criterion_count,
        .pass_percent = ours.pass_percent,
    };
    if (evidence->quality && !evidence->quality->not_analysed)
        quality_score(&ours, evidence->quality, arena, &score.dimensions, &score.dimension_count);
    for (size_t i = 0; i < ours.criterion_count; i++) {
        struct scoring scoring = { &ours.criteria[i], evidence, judgement, &score, arena };
        score.criteria[i] = score_criterion(&scoring);
        if (!score.criteria[i].in_force)
            continue;
        score.points += score.criteria[i].points;
        score.max_points += score.criteria[i].max_points;
    }
    score.points = points_round(score.points);
    score.max_points = points_round(score.max_points);
    score.passed = score.points * 100 >= ours.pass_percent * score.max_points - 1e-6;
    *out = score;
}
