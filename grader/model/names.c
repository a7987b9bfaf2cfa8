/* names.c - the words for the model's small enumerations, one table each. */
#include <assert.h>

#include "grader/base/attr.h"
#include "grader/model/report.h"
#include "grader/model/rubric.h"

static const char *const parts[] = {
    [PART_CORRECTNESS] = "correctness",
    [PART_COMPLEXITY] = "complexity",
    [PART_QUALITY] = "quality",
};
static_assert(COUNT_OF(parts) == PART_COUNT, "one word per part");

static const char *const evidence[] = {
    [EVIDENCE_ALL_TESTS] = "all tests", [EVIDENCE_TEST_GROUPS] = "test groups",
    [EVIDENCE_SAMPLES] = "samples",     [EVIDENCE_COMPILE] = "compile",
    [EVIDENCE_GROWTH] = "growth",       [EVIDENCE_QUALITY] = "quality",
};
static_assert(COUNT_OF(evidence) == EVIDENCE_COUNT, "one word per kind of evidence");

static const char *const conditions[] = {
    [CAP_COMPILE_ERROR] = "compile error",   [CAP_SAMPLE_FAILS] = "a sample fails",
    [CAP_TEST_FAILS] = "a test fails",       [CAP_WRONG_ANSWER] = "wrong answer",
    [CAP_TIME_LIMIT] = "time limit",         [CAP_MEMORY_LIMIT] = "memory limit",
    [CAP_OUTPUT_LIMIT] = "output limit",     [CAP_RUN_ERROR] = "run error",
    [CAP_FORBIDDEN_CALL] = "forbidden call", [CAP_WHITE_SPACE] = "white space",
    [CAP_SUSPICION] = "suspicious growth",
};
static_assert(COUNT_OF(conditions) == CAP_COUNT, "one word per condition of a cap");

static const char *const needs[] = {
    [NEED_TIME] = "time",     [NEED_HEAP] = "heap", [NEED_STACK] = "stack",
    [NEED_MEMORY] = "memory", [NEED_ALL] = "all",
};
static_assert(COUNT_OF(needs) == NEED_COUNT, "one word per need");

static const char *const distances[] = {
    [DISTANCE_EXPONENT] = "excess exponent",
    [DISTANCE_STEPS] = "steps",
    [DISTANCE_MULTIPLE] = "reference multiple",
};
static_assert(COUNT_OF(distances) == DISTANCE_COUNT, "one word per kind of distance");

static const char *const topics[] = {
    [ADVICE_COMPILE_ERROR] = "compile error", [ADVICE_SAMPLE] = "a sample fails",
    [ADVICE_WRONG_ANSWER] = "wrong answer",   [ADVICE_TIME_LIMIT] = "time limit",
    [ADVICE_MEMORY_LIMIT] = "memory limit",   [ADVICE_OUTPUT_LIMIT] = "output limit",
    [ADVICE_RUN_ERROR] = "run error",         [ADVICE_FORBIDDEN_CALL] = "forbidden call",
    [ADVICE_WHITE_SPACE] = "white space",     [ADVICE_WARNING] = "warning",
    [ADVICE_GROWTH_TIME] = "time grows",      [ADVICE_GROWTH_MEMORY] = "memory grows",
};
static_assert(COUNT_OF(topics) == ADVICE_COUNT, "one word per topic of advice");

static const char *const remarks[] = {
    [REMARK_ESSENTIAL] = "essential",
    [REMARK_ACTIONABLE] = "actionable",
    [REMARK_INFORMATIVE] = "informative",
    [REMARK_PRAISE] = "praise",
};
static_assert(COUNT_OF(remarks) == REMARK_COUNT, "one word per kind of remark");

static const char *const statuses[] = {
    [STATUS_GRADED] = "graded",
    [STATUS_NOT_GRADED] = "not graded",
    [STATUS_NOT_SUBMITTED] = "not submitted",
};
static_assert(COUNT_OF(statuses) == STATUS_COUNT, "one word per status");

static const char *const changes[] = {
    [CHANGE_WORSE] = "worse",   [CHANGE_NEW] = "new",       [CHANGE_FIXED] = "fixed",
    [CHANGE_BETTER] = "better", [CHANGE_OTHER] = "changed",
};
static_assert(COUNT_OF(changes) == CHANGE_COUNT, "one word per kind of change");

const char *change_kind_name(enum change_kind kind)
{
    assert(kind < CHANGE_COUNT);
    return changes[kind];
}

const char *rubric_part_name(enum rubric_part part)
{
    assert(part < PART_COUNT);
    return parts[part];
}

const char *evidence_kind_name(enum evidence_kind kind)
{
    assert(kind < EVIDENCE_COUNT);
    return evidence[kind];
}

const char *cap_condition_name(enum cap_condition condition)
{
    assert(condition < CAP_COUNT);
    return conditions[condition];
}

const char *growth_need_name(enum growth_need need)
{
    assert(need < NEED_COUNT);
    return needs[need];
}

const char *growth_distance_name(enum growth_distance_kind kind)
{
    assert(kind < DISTANCE_COUNT);
    return distances[kind];
}

const char *advice_topic_name(enum advice_topic topic)
{
    assert(topic < ADVICE_COUNT);
    return topics[topic];
}

const char *remark_kind_name(enum remark_kind kind)
{
    assert(kind < REMARK_COUNT);
    return remarks[kind];
}

const char *report_status_name(enum report_status status)
{
    assert(status < STATUS_COUNT);
    return statuses[status];
}
