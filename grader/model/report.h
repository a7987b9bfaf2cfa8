/* report.h - what may leave the grader about one run: every renderer reads this and nothing else.
 */
#ifndef GRADER_MODEL_REPORT_H
#define GRADER_MODEL_REPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "grader/base/str.h"
#include "grader/model/changes.h"
#include "grader/model/growth.h"
#include "grader/model/quality.h"
#include "grader/model/rubric.h"
#include "grader/model/verdict.h"

/*
 * Nothing in here is hidden: grader/report/disclose.c decides what of a judgement is copied, once,
 * for all renderers. Strings marked (hostile) come from a repository or a candidate's program and
 * may hold any byte; a renderer escapes them. Members marked (measured) differ between two runs of
 * the same thing; all others are equal.
 */

enum { REPORT_SCHEMA_VERSION = 7 };

enum remark_kind {
    REMARK_ESSENTIAL,
    REMARK_ACTIONABLE,
    REMARK_INFORMATIVE,
    REMARK_PRAISE,
    REMARK_COUNT
};
const char *remark_kind_name(enum remark_kind kind);

struct report_remark {
    enum remark_kind kind;
    const char *where;   /* a test, a file and line; "" when it belongs to all; (hostile) */
    const char *text;    /* one or two plain sentences: what was seen; (hostile) */
    const char *change;  /* what to do about it; "" when nothing */
    const char *read_on; /* an https:// address; "" for none */
};

struct report_diagnostic {
    const char *file; /* (hostile) */
    unsigned line, column;
    const char *kind;
    const char *message; /* (hostile) */
};

/* A test that may be shown in full: a sample, or one whose author allows it. */
struct report_exhibit {
    struct str input, expected, got; /* each cut at a ceiling; (hostile) */
    bool input_is_cut, expected_is_cut, got_is_cut;
    size_t input_skipped, expected_skipped, got_skipped; /* bytes left out in front */
    bool difference_is_known;                            /* and lies within what is shown */
    size_t expected_offset, got_offset;                  /* bytes into expected and got */
    unsigned expected_line, got_line; /* of the first difference, in the whole; 0: unknown */
    const char *message;              /* of the validator, "" when none; (hostile) */
};

struct report_case {
    const char *name, *group;
    bool is_sample;
    enum verdict verdict;
    const char *cause; /* in words, "" when accepted without a remark */
    const char *hint;  /* of the author, "" when there is none or the case passed */
    bool has_figures;  /* of cost: it passed, or may be shown in full */
    uint64_t cpu_us, wall_us, memory_bytes; /* (measured); 0 without figures */
    bool has_output_bytes;                  /* a hidden answer's length stays hidden */
    uint64_t output_bytes;                  /* 0 without */
    unsigned repeats;                       /* (measured) */
    unsigned least_percent, most_percent;   /* CPU time of the repeats, of the limit, in steps of 5;
                                               0: it was not near the limit; (measured) */
    bool white_space_differs;               /* accepted, but not byte for byte */
    struct report_exhibit *exhibit;         /* NULL: hidden, passed, or nothing to show */
};

/* What the search for a small public input that shows a hidden failure came to. */
struct report_counterexample {
    const char *not_searched;       /* why there is no result; "": there is one */
    size_t tried;                   /* small inputs of the public generators that it was run on */
    enum verdict verdict;           /* on the one that was found; VERDICT_NONE: none was */
    const char *cause;              /* in words; "" when none was found */
    struct report_exhibit *exhibit; /* NULL: none was found */
};

struct report_group {
    const char *name;
    enum verdict verdict;
    double score, max_score; /* max_score INFINITY: unbounded */
    size_t case_count, judged_count, accepted_count;
};

/* One row of the rubric as it was applied. */
struct report_criterion {
    const char *id, *title;
    enum rubric_part part;
    bool in_force;
    double points, max_points;
    const char *level;      /* "strong"; "" when not in force */
    const char *level_text; /* what that level looks like */
    const char *reason;     /* why these points */
};

/* What a rubric makes of one dimension of the code. */
struct report_dimension {
    enum quality_dimension dimension;
    bool is_measured;
    double share;  /* 0 … 1; 0 when not measured */
    double weight; /* against the other dimensions */
    const char *reason;
};

/* What a rubric makes of one judgement. Points have at most one decimal (grader/model/points.h). */
struct report_score {
    struct report_criterion *criteria; /* in the rubric's order */
    size_t criterion_count;
    double points, max_points;           /* of the criteria in force */
    double pass_percent;                 /* the bar of this problem */
    bool passed;                         /* points reach the bar */
    struct report_dimension *dimensions; /* of the code, in the rubric's order */
    size_t dimension_count;
};

struct report_source {
    const char *path; /* (hostile) */
    struct str bytes; /* cut at a ceiling; (hostile) */
    bool is_cut;
};

/* How one resource grows; see grader/model/growth.h for what the numbers mean. */
struct report_curve {
    enum growth_resource resource;
    const char *not_measured; /* why; "": measured */
    struct growth_point *points;
    size_t point_count;
    struct growth_point *reference; /* the model solution's, at its own sizes */
    size_t reference_count;
    bool has_fit; /* false with a second parameter; then the next nine mean nothing */
    enum growth_class class;
    const char **candidates; /* names of classes; one: no other comes near */
    size_t candidate_count;
    double separation;
    enum growth_confidence confidence;
    double share, residual;
    bool is_off_ladder;
    unsigned refits, agreeing;
    const char *required; /* "": nothing; then the next five mean nothing */
    bool met;
    int64_t steps;
    double excess_exponent, excess_exponent_m, reference_multiple;
};

struct report_growth {
    const char *not_measured; /* why there is nothing at all; "": there are curves */
    bool is_per_operation;    /* time is of one operation, not of a whole input */
    struct report_curve *curves;
    size_t curve_count;
    uint64_t static_bytes;
    const char *stopped;      /* why no larger size was run; "": the plan was done */
    const char *suspicion;    /* what speaks for a false count; "": nothing; (hostile) */
    const char **blind_spots; /* (hostile) */
    size_t blind_spot_count;
    struct growth_line *lines; /* the most expensive first */
    size_t line_count;
    struct growth_line_range *unexecuted; /* lines that never ran while this was measured */
    size_t unexecuted_count;
    uint64_t cpu_us; /* (measured) */
};

struct report_pass {
    const char *name;         /* "gcc", "clang-tidy", … */
    const char *not_analysed; /* why there is nothing, or not everything; "": it is complete */
    uint64_t cpu_us;          /* (measured) */
};

/* What inspection of the code found; see grader/model/quality.h. */
struct report_quality {
    const char *not_analysed; /* why there is nothing at all; "": there is */
    struct report_dimension *dimensions;
    size_t dimension_count;
    struct quality_finding *findings; /* essential first, then by file and line */
    size_t finding_count, findings_more;
    struct quality_function *functions; /* the most complex first, cut at a ceiling */
    size_t function_count, functions_more;
    struct report_pass *passes;
    size_t pass_count;
    uint64_t calls_to_check, calls_unchecked;
    uint64_t tokens, tokens_repeated;
    uint64_t lines_executable, lines_never_executed; /* 0 and 0: not measured */
    uint64_t tests_executed;  /* public tests that this is of; 0: not measured */
    uint64_t tests_sanitized; /* public tests that were run under sanitizers */
    struct quality_lines *never_executed;
    size_t never_executed_count;
    uint64_t suppressions;
    uint64_t cpu_us; /* (measured) */
};

enum report_status { STATUS_GRADED, STATUS_NOT_GRADED, STATUS_NOT_SUBMITTED, STATUS_COUNT };
const char *report_status_name(enum report_status status);

struct report_problem {
    const char *id, *name;
    enum report_status status;
    const char *not_graded;      /* the reason, "" when graded */
    const char *folder;          /* in the repository; (hostile) */
    const char *package_hash;    /* by what is judged, keyed: 64 hex digits; "" when not known */
    const char *submission_hash; /* of the candidate's files; "" when there are none */
    enum verdict verdict;
    const char *cause;
    double points, max_points; /* of the criteria in force */
    double pass_percent;       /* the bar of this problem */
    bool passed;
    uint64_t time_limit_us; /* (measured) when measured */
    bool time_limit_is_measured;
    uint64_t memory_limit_bytes;
    bool borderline;          /* (measured) */
    bool white_space_differs; /* some accepted output is not byte for byte the answer */
    bool compiled;
    uint64_t compile_cpu_us; /* (measured) */
    struct report_diagnostic *diagnostics;
    size_t diagnostic_count, diagnostics_more; /* beyond the ceiling of the list */
    struct report_criterion *criteria;
    size_t criterion_count;
    struct report_remark *remarks; /* those that matter most first */
    size_t remark_count;
    struct report_group *groups;
    size_t group_count;
    struct report_case *cases;
    size_t case_count;
    struct report_counterexample *counterexample; /* NULL: there was nothing to look for */
    struct report_growth *growth;   /* NULL: the package doesn't ask how the cost grows */
    struct report_quality *quality; /* NULL: the code was not inspected */
    struct report_source *sources;
    size_t source_count, sources_more; /* beyond the ceilings of disclose.c */
};

struct report_left_out {
    struct str name; /* (hostile) */
    const char *reason;
};

/* A program of this machine that decides something. */
struct report_tool {
    const char *name;    /* "gcc", "clang-tidy", … */
    const char *version; /* "12.2.0"; "unknown": it did not say */
};

struct report {
    const char *grader_version;
    struct report_tool *tools; /* in the order of their work; none that is not installed */
    size_t tool_count;
    int64_t graded_at_s;                                       /* (measured) */
    const char *origin, *revision, *commit, *author, *subject; /* (hostile) */
    int64_t commit_when_s;
    const char *rubric_id, *rubric_title;
    double pass_percent;     /* the bar of a problem that has none of its own */
    const char *key;         /* "practice" or "secret" */
    const char **protection; /* names of the layers that were active in every run */
    size_t protection_count;
    struct report_problem *problems; /* sorted by id */
    size_t problem_count;
    struct report_left_out *left_out;
    size_t left_out_count, left_out_more;
    double points, max_points;  /* sums over graded problems */
    bool passed;                /* every graded problem passed and at least one was graded */
    struct report_since *since; /* what changed since an earlier report; NULL: none was found */
};

#endif
