/* paid.c - from a share of the evidence to a share of the points. */
#include "grader/rubric/paid.h"

#include <assert.h>

double paid_by_scale(const struct rubric_criterion *criterion, double share)
{
    assert(share >= 0 && share <= 1);
    const struct rubric_corner *scale = criterion->scale;
    if (criterion->scale_count == 0)
        return share;
    size_t right = 1;
    while (right + 1 < criterion->scale_count && scale[right].at < share)
        right++;
    const struct rubric_corner *a = &scale[right - 1], *b = &scale[right];
    if (share >= b->at)
        return b->pays;
    return a->pays + (b->pays - a->pays) * (share - a->at) / (b->at - a->at);
}

double paid_by_distance(const struct rubric_growth *growth, double distance)
{
    const struct rubric_distance *corners = growth->corners;
    assert(growth->corner_count > 0 && distance >= 0);
    for (size_t i = 1; i < growth->corner_count; i++) {
        const struct rubric_distance *a = &corners[i - 1], *b = &corners[i];
        if (distance < b->at)
            return a->pays + (b->pays - a->pays) * (distance - a->at) / (b->at - a->at);
    }
    return corners[growth->corner_count - 1].pays;
}

static bool is_sample(const struct test_group *group)
{
    while (group->parent)
        group = group->parent;
    return str_is(str_of(group->name), "sample");
}

/* Which results of tests make a condition hold; a compile error has none. */
static const struct {
    enum verdict verdict; /* VERDICT_NONE: any failure */
    bool samples_only;
} failures[] = {
    [CAP_COMPILE_ERROR] = { VERDICT_COMPILE_ERROR, false },
    [CAP_SAMPLE_FAILS] = { VERDICT_NONE, true },
    [CAP_TEST_FAILS] = { VERDICT_NONE, false },
    [CAP_WRONG_ANSWER] = { VERDICT_WRONG_ANSWER, false },
    [CAP_TIME_LIMIT] = { VERDICT_TIME_LIMIT, false },
    [CAP_MEMORY_LIMIT] = { VERDICT_MEMORY_LIMIT, false },
    [CAP_OUTPUT_LIMIT] = { VERDICT_OUTPUT_LIMIT, false },
    [CAP_RUN_ERROR] = { VERDICT_RUN_ERROR, false },
    [CAP_FORBIDDEN_CALL] = { VERDICT_FORBIDDEN_CALL, false },
    [CAP_WHITE_SPACE] = { VERDICT_ACCEPTED, false },
    [CAP_SUSPICION] = { VERDICT_ACCEPTED, false },
};
static_assert(sizeof failures / sizeof failures[0] == CAP_COUNT, "one row per condition");

static bool case_meets(const struct case_result *result, enum cap_condition condition)
{
    if (condition == CAP_WHITE_SPACE)
        return result->white_space_differs;
    if (result->verdict == VERDICT_NONE || result->verdict == VERDICT_ACCEPTED)
        return false;
    if (failures[condition].samples_only && !is_sample(result->test->group))
        return false;
    return failures[condition].verdict == VERDICT_NONE ||
           failures[condition].verdict == result->verdict;
}

static bool holds(const struct rubric_evidence *evidence, enum cap_condition condition)
{
    const struct judgement *judgement = evidence->judgement;
    if (condition == CAP_SUSPICION)
        return evidence->growth && evidence->growth->suspicion[0];
    /* What does not compile passes no test and no sample. */
    if (judgement->verdict == VERDICT_COMPILE_ERROR)
        return condition <= CAP_TEST_FAILS;
    for (size_t i = 0; i < judgement->case_count; i++)
        if (case_meets(&judgement->cases[i], condition))
            return true;
    return false;
}

const struct rubric_cap *paid_cap(const struct rubric_criterion *criterion,
                                  const struct rubric_evidence *evidence)
{
    const struct rubric_cap *lowest = NULL;
    for (size_t i = 0; i < criterion->cap_count; i++) {
        const struct rubric_cap *cap = &criterion->caps[i];
        if (holds(evidence, cap->when) && (!lowest || cap->most_share < lowest->most_share))
            lowest = cap;
    }
    return lowest;
}
