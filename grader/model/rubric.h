/* rubric.h - how points are paid, as data read from rubrics/NAME.json. */
#ifndef GRADER_MODEL_RUBRIC_H
#define GRADER_MODEL_RUBRIC_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/model/quality.h"

enum rubric_part { PART_CORRECTNESS, PART_COMPLEXITY, PART_QUALITY, PART_COUNT };
const char *rubric_part_name(enum rubric_part part);

enum evidence_kind {
    EVIDENCE_ALL_TESTS,   /* everything or nothing: the verdict is AC */
    EVIDENCE_TEST_GROUPS, /* the share of the package's score: groups passed, or points of a scoring
                             package */
    EVIDENCE_SAMPLES,     /* the share of the statement's samples that pass */
    EVIDENCE_COMPILE,     /* everything or nothing: it compiles */
    EVIDENCE_GROWTH,      /* how the cost grows */
    EVIDENCE_QUALITY,     /* what inspection of the code finds */
    EVIDENCE_COUNT
};
const char *evidence_kind_name(enum evidence_kind kind);

/* An anchored level: what this share of the points looks like, in words. */
struct rubric_level {
    double from_share; /* 0 … 1: the level holds from this share of the points upwards */
    const char *word;  /* "strong", "adequate", "weak" */
    const char *text;
};

/* A corner of the line that turns a share of the evidence into a share of the points. */
struct rubric_corner {
    double at, pays; /* 0 … 1 */
};

/* From a measure, of which more is worse, to a share: at rises, pays never rises. */
struct rubric_measure {
    enum quality_measure of;
    struct rubric_corner *line; /* at: any number from 0; pays: 0 … 1 */
    size_t corner_count;
    double mark;                         /* from here on it is a finding; 0: never */
    double per_kind[QUALITY_KIND_COUNT]; /* MEASURE_FINDINGS: what a finding counts */
};

/* A dimension of code quality: the worst of its measures decides. */
struct rubric_dimension {
    enum quality_dimension dimension;
    double weight; /* against the other dimensions, where a criterion takes all of them */
    struct rubric_measure *measures;
    size_t measure_count;
};

/* What of a judgement can limit a criterion. */
enum cap_condition {
    CAP_COMPILE_ERROR,
    CAP_SAMPLE_FAILS,
    CAP_TEST_FAILS,
    CAP_WRONG_ANSWER, /* this and the next five: of some test */
    CAP_TIME_LIMIT,
    CAP_MEMORY_LIMIT,
    CAP_OUTPUT_LIMIT,
    CAP_RUN_ERROR,
    CAP_FORBIDDEN_CALL,
    CAP_WHITE_SPACE, /* accepted, but not byte for byte */
    CAP_SUSPICION,   /* the count of the growth may be false: a person should look */
    CAP_COUNT
};
const char *cap_condition_name(enum cap_condition condition);

/* While the condition holds, no more than this share of the points is paid. */
struct rubric_cap {
    enum cap_condition when;
    double most_share; /* 0 … 1 */
    const char *text;  /* why, a sentence for the candidate */
};

/* Which costs a criterion of growth is about; of several the worst counts. */
enum growth_need {
    NEED_TIME,
    NEED_HEAP,
    NEED_STACK,
    NEED_MEMORY, /* heap and stack */
    NEED_ALL,
    NEED_COUNT
};
const char *growth_need_name(enum growth_need need);

/* What the distance from the required class is measured in; see grader/model/growth.h. */
enum growth_distance_kind {
    DISTANCE_EXPONENT, /* excess exponent: n^2 for n is 1 */
    DISTANCE_STEPS,    /* on the ladder of classes */
    DISTANCE_MULTIPLE, /* times the reference's cost at the largest size, also where it is met */
    DISTANCE_COUNT
};
const char *growth_distance_name(enum growth_distance_kind kind);

/* A corner of the line from a distance to a share of the points. */
struct rubric_distance {
    double at;   /* 0 and above, rising */
    double pays; /* 0 … 1, never rising */
};

/* What EVIDENCE_GROWTH counts, and how. */
struct rubric_growth {
    enum growth_need need;
    enum growth_distance_kind by;
    struct rubric_distance *corners; /* from 0 on; beyond the last one as there */
    size_t corner_count;             /* 0: all when it is met, nothing when not */
    double not_passing_pays; /* share of the evidence when it is not measured because the solution
                                fails its tests */
};

struct rubric_criterion {
    const char *id, *title;
    enum rubric_part part;
    enum evidence_kind evidence;
    struct rubric_growth growth; /* EVIDENCE_GROWTH */
    const char *dimension;       /* EVIDENCE_QUALITY: the one that counts; NULL: all of them */
    double weight;               /* points at full share; all criteria add up to 100 */
    bool in_force;               /* false: shown as a place, not scored */
    struct rubric_level *levels; /* from the highest to the lowest; the lowest has from_share 0 */
    size_t level_count;
    struct rubric_corner *scale; /* at rises from 0 to 1, pays never falls */
    size_t scale_count;          /* 0: points are paid in proportion */
    struct rubric_cap *caps;
    size_t cap_count;
};

/* What a problem does differently; see grader/rubric/adjust.h. */
struct rubric_change {
    const char *criterion_id;
    bool has_weight, has_in_force;
    double weight;
    bool in_force;
    struct rubric_distance *corners; /* NULL: the criterion's own */
    size_t corner_count;
};
struct rubric_adjustment {
    const char *problem_id;
    bool has_pass_percent;
    double pass_percent;
    struct rubric_change *changes; /* at most one a criterion */
    size_t change_count;
};

/* What a remark can be about, for the words of a rubric's own. */
enum advice_topic {
    ADVICE_COMPILE_ERROR,
    ADVICE_SAMPLE,
    ADVICE_WRONG_ANSWER,
    ADVICE_TIME_LIMIT,
    ADVICE_MEMORY_LIMIT,
    ADVICE_OUTPUT_LIMIT,
    ADVICE_RUN_ERROR,
    ADVICE_FORBIDDEN_CALL,
    ADVICE_WHITE_SPACE,
    ADVICE_WARNING,
    ADVICE_GROWTH_TIME,
    ADVICE_GROWTH_MEMORY,
    ADVICE_COUNT
};
const char *advice_topic_name(enum advice_topic topic);

struct rubric_advice {
    const char *change;  /* what to do; NULL: the grader's own words */
    const char *read_on; /* an https:// address, "" for none; NULL: the grader's own */
};

struct rubric {
    const char *id, *title;
    double pass_percent; /* a problem passes at this share of the points in force, 0 … 100 */
    struct rubric_criterion *criteria;
    size_t criterion_count;
    const char *
        *solution_roots; /* where a candidate's folders may lie: "" is the top, "solutions" */
    size_t solution_root_count;
    size_t show_remarks; /* how many remarks a problem shows at most */
    size_t show_cases;   /* how many failed cases a problem shows in full at most */
    struct rubric_adjustment *adjustments; /* at most one a problem */
    size_t adjustment_count;
    struct rubric_advice advice[ADVICE_COUNT];
    struct rubric_dimension *dimensions; /* at most one of each */
    size_t dimension_count;
};

#endif
