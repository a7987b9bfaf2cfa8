/* score.c - results of cases become results of groups and of the submission. */
#include "grader/judge/score.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "grader/base/num.h"

/* Sums of shares miss their total by rounding. */
static const double slack = 1e-9;

static bool is_scoring(const struct package *package)
{
    return package->kinds & PACKAGE_SCORING;
}

static bool is_sample(const struct test_group *group)
{
    return strcmp(group->name, "sample") == 0;
}

bool score_pays_cases(const struct package *package, const struct test_group *group)
{
    return is_scoring(package) && !is_sample(group) && group->aggregation != SCORE_PASS_FAIL;
}

static struct str trimmed(struct str text)
{
    while (text.length > 0 && strchr(" \t\r\n", text.at[text.length - 1]))
        text.length--;
    while (text.length > 0 && strchr(" \t\r\n", text.at[0]))
        text = (struct str){ text.at + 1, text.length - 1 };
    return text;
}

static const char *score_of_share(const struct validation *given, double most, double *out_score)
{
    double share;
    if (isinf(most))
        return "wrote score_multiplier.txt for a test without a maximum score";
    if (!num_double(trimmed(given->feedback.score_multiplier), &share) || share < 0 || share > 1)
        return "wrote a score_multiplier.txt that is no number from 0 to 1";
    *out_score = share * most;
    return NULL;
}

static const char *score_of_points(const struct validation *given, double most, double *out_score)
{
    double points;
    if (!num_double(trimmed(given->feedback.score), &points) || points < 0)
        return "wrote a score.txt that is no number of at least 0";
    if (points > most + slack * fabs(most))
        return "wrote a score above the test's maximum";
    *out_score = points;
    return NULL;
}

static const char *score_of_accepted(const struct validation *given, double most, double *out_score)
{
    if (given->feedback.score.at && given->feedback.score_multiplier.at)
        return "wrote both score.txt and score_multiplier.txt";
    if (given->feedback.score_multiplier.at)
        return score_of_share(given, most, out_score);
    if (given->feedback.score.at)
        return score_of_points(given, most, out_score);
    if (isinf(most))
        return "wrote no score.txt for a test without a maximum score";
    *out_score = most;
    return NULL;
}

const char *score_case(const struct package *package, const struct test_group *group,
                       size_t case_count, const struct validation *given, double *out_score)
{
    assert(package && group && given && out_score && case_count > 0);
    bool accepted = given->verdict == VERDICT_ACCEPTED;
    bool has_score = given->feedback.score.at || given->feedback.score_multiplier.at;
    if (!is_scoring(package) || is_sample(group)) {
        *out_score = accepted;
        return NULL;
    }
    if (has_score && !accepted)
        return "wrote a score for a test that it rejects";
    if (has_score && group->aggregation == SCORE_PASS_FAIL)
        return "wrote a score for a test of a pass-fail group";
    if (group->aggregation == SCORE_PASS_FAIL || !accepted) {
        *out_score = accepted;
        return NULL;
    }
    double most = group->max_score;
    if (group->aggregation == SCORE_SUM)
        most = (most - group->static_validation_score) / (double)case_count;
    return score_of_accepted(given, most, out_score);
}

const char *score_static(const struct package *package, const struct test_group *group,
                         const struct validation *given, double *out_score)
{
    bool accepted = given->verdict == VERDICT_ACCEPTED;
    bool has_score = given->feedback.score.at || given->feedback.score_multiplier.at;
    if (has_score && !accepted)
        return "wrote a score for a submission that it rejects";
    if (!score_pays_cases(package, group)) {
        *out_score = accepted;
        return has_score && is_scoring(package) ? "wrote a score for a pass-fail group" : NULL;
    }
    *out_score = 0;
    return accepted ? score_of_accepted(given, group->static_validation_score, out_score) : NULL;
}

/* Sum and minimum of what a group is made of. */
struct parts {
    double sum, least;
};

static void add_part(struct parts *parts, double score)
{
    parts->sum += score;
    parts->least = fmin(parts->least, score);
}

/* A case that did not run scores 0. Groups below are scored already: they follow their parent, and
 * scoring goes backwards. */
static struct parts parts_of(const struct judgement *judgement, const struct test_group *group)
{
    struct parts parts = { 0, INFINITY };
    for (size_t i = 0; i < judgement->case_count; i++)
        if (judgement->cases[i].test->group == group)
            add_part(&parts, judgement->cases[i].score);
    for (size_t i = 0; i < judgement->static_count; i++)
        if (judgement->statics[i].group == group)
            add_part(&parts, judgement->statics[i].score);
    for (size_t i = 0; i < judgement->group_count; i++)
        if (judgement->groups[i].group->parent == group)
            add_part(&parts, judgement->groups[i].score);
    parts.least = isinf(parts.least) ? 0 : parts.least;
    return parts;
}

bool score_group_passed(const struct judgement *judgement, const struct group_result *result)
{
    size_t statics = 0;
    for (size_t i = 0; i < judgement->static_count; i++) {
        const struct static_result *one = &judgement->statics[i];
        if (one->group != result->group && one->group->parent != result->group)
            continue;
        if (one->verdict != VERDICT_ACCEPTED)
            return false;
        statics++;
    }
    return result->case_count + statics > 0 && result->accepted_count == result->case_count;
}

static const char *score_group(struct judgement *judgement, struct group_result *result,
                               struct arena *arena)
{
    const struct test_group *group = result->group;
    bool passed = score_group_passed(judgement, result);
    double score = 0;
    if (!is_scoring(judgement->package)) {
        score = passed;
    } else if (is_sample(group)) {
        score = 0;
    } else if (group->aggregation == SCORE_PASS_FAIL) {
        if (isinf(group->max_score))
            return arena_printf(arena, "the pass-fail group '%s' has no maximum score",
                                group->name);
        score = passed ? group->max_score : 0;
    } else {
        struct parts parts = parts_of(judgement, group);
        score = group->aggregation == SCORE_MIN ? parts.least : parts.sum;
        if (score > group->max_score + slack * fabs(group->max_score))
            return arena_printf(arena, "the group '%s' has a score above its maximum", group->name);
    }
    result->score = score;
    return NULL;
}

static bool is_secret(const struct test_group *group)
{
    return strcmp(group->name, "secret") == 0;
}

const char *score_groups(struct judgement *judgement, struct arena *arena)
{
    assert(judgement && judgement->package && arena);
    const char *fault = NULL;
    for (size_t i = judgement->group_count; i > 0 && !fault; i--)
        fault = score_group(judgement, &judgement->groups[i - 1], arena);
    judgement->score = judgement->verdict == VERDICT_ACCEPTED;
    judgement->max_score = 1;
    for (size_t i = 0; is_scoring(judgement->package) && i < judgement->group_count; i++) {
        const struct group_result *result = &judgement->groups[i];
        if (!is_secret(result->group))
            continue;
        judgement->score = result->score;
        judgement->max_score = result->group->max_score;
    }
    return fault;
}
