/* verification.h - whether a package judges as its author says: what was run, what was found. */
#ifndef GRADER_MODEL_VERIFICATION_H
#define GRADER_MODEL_VERIFICATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grader/model/verdict.h"

/* Grows when a key of the JSON changes its meaning, comes or goes. */
enum { VERIFICATION_SCHEMA_VERSION = 2 };

/* What is looked at; also the order of things in every output. */
enum verify_area {
    VERIFY_PACKAGE,   /* its files: what is missing, what was tolerated */
    VERIFY_STATEMENT, /* samples in the statement */
    VERIFY_DATA,      /* test cases and groups */
    VERIFY_INPUT,     /* input validators */
    VERIFY_OUTPUT,    /* the output validator */
    VERIFY_SUBMISSIONS,
    VERIFY_TIME_LIMIT,
    VERIFY_GROWTH,
    VERIFY_FAULTS, /* faults injected into the model solution */
    VERIFY_AREA_COUNT
};
/* "package", "statement", "data", "input validators", "output validator", … */
const char *verify_area_name(enum verify_area area);

enum finding_level {
    FINDING_ERROR,   /* the package does not do what its author says */
    FINDING_WARNING, /* it does, but a person should look */
    FINDING_LEVEL_COUNT
};
/* "error", "warning". */
const char *finding_level_name(enum finding_level level);

/* Strings may hold any bytes that a package's files and messages have: renderers escape. */
struct verify_finding {
    enum finding_level level;
    enum verify_area area;
    const char *place; /* below the package: "submissions/accepted/a.c", "data/secret/01"; "": the
                          whole */
    const char *text;
};

/* Something that was looked at and how much of it: "28 of 30 junk inputs are refused". */
struct verify_check {
    enum verify_area area;
    const char *place;
    const char *text;
    bool passed;
};

enum verify_status {
    VERIFY_AS_SAID,
    VERIFY_NOT_AS_SAID,
    VERIFY_SKIPPED, /* nobody here can judge it: `cause` says why */
    VERIFY_STATUS_COUNT
};
/* "as said", "not as said", "skipped". */
const char *verify_status_name(enum verify_status status);

/* How a submission bounds the time limit. */
enum verify_bound { BOUND_NONE, BOUND_LOWER, BOUND_UPPER, VERIFY_BOUND_COUNT };
/* "none", "lower", "upper". */
const char *verify_bound_name(enum verify_bound bound);

/* A group of tests, a column of the matrix: those that hold cases themselves. */
struct verify_group {
    const char *name; /* "sample", "secret/1-edges" */
    size_t case_count;
};

/* One submission in one group. */
struct verify_cell {
    enum verdict verdict; /* of its first failing case; VERDICT_NONE: nothing ran */
    size_t judged_count, accepted_count;
    uint64_t slowest_us;
    bool is_cut; /* the slowest was killed: it needs more than slowest_us */
};

struct verify_submission {
    const char *name;     /* "accepted/reference.c" */
    const char *language; /* "c" */
    const char *expected; /* in words: "AC", "TLE/RTE", "any" */
    enum verify_status status;
    enum verdict verdict;
    const char *cause;
    double score;
    enum verify_bound bound;
    uint64_t
        slowest_us; /* CPU time of its slowest case; of one that waited to the end: wall time */
    bool is_cut;
    const char *slowest_case; /* "": none ran */
    bool borderline;          /* runs near the time limit had to be repeated */
    size_t sensitive_count;   /* cases between the limit and the limit times time_limit_to_tle */
    uint64_t compile_cpu_us;
    uint64_t run_cpu_us;       /* of all its runs together */
    const char *growth;        /* measured class of time; "": not measured */
    struct verify_cell *cells; /* one a group */
    size_t cell_count;
};

/* The package's limit and what bounds it. */
struct verify_time {
    bool is_known; /* false: no submission could be measured */
    uint64_t limit_us;
    bool limit_is_measured;
    uint64_t high_us;    /* limit × time_limit_to_tle: who must be too slow must need more */
    double ac_to_limit;  /* as the package says */
    double limit_to_tle; /* likewise */
    uint64_t slowest_us; /* of the slowest submission that bounds it from below */
    const char *slowest; /* its name; "": none */
    uint64_t fastest_us; /* of the fastest that must be too slow */
    bool fastest_is_cut; /* it was killed: it needs more */
    const char *fastest; /* its name; "": none */
};

/* A fault that was injected into the model solution and that no hidden test noticed. */
struct verify_fault {
    const char *place;     /* "submissions/accepted/reference.c" */
    unsigned line, column; /* from 1 */
    const char *change;    /* "`<` → `<=`" */
    const char *source;    /* its line, without the blanks around it */
    const char *reason;    /* why it is equivalent, from faults.yaml; "": it is not listed there */
};

/* tried = uncompiled + unchanged + caught + survivors. */
struct verify_faults {
    const char *submission; /* "accepted/reference.c" */
    size_t possible_count;
    size_t tried_count;
    size_t uncompiled_count; /* the compiler catches them */
    size_t unchanged_count;  /* it makes the same program of them */
    size_t caught_count;     /* by a hidden test */
    size_t equivalent_count; /* of the survivors: those with a reason */
    struct verify_fault *survivors;
    size_t survivor_count;
};

/* What became of one fault; a worker's word to its caller. */
struct verify_trial {
    bool is_compiled, is_unchanged;
    enum verdict verdict; /* of the first hidden test that fails, else AC; NONE: not judged */
    const char *cause;
    double score;
};

struct verification {
    const char *package;   /* its id, or its path when it could not be loaded */
    const char *name;      /* "": could not be loaded */
    const char *format;    /* "2025-09" */
    bool passed;           /* loaded, and no error was found */
    const char *bad_input; /* why it could not be loaded; "": it could */
    const char *fault;     /* why we could not do it, our fault; "": we could */
    size_t case_count;
    size_t error_count, warning_count;
    struct verify_time time;
    uint64_t input_check_cpu_us; /* of all runs of input validators together */
    struct verify_group *groups;
    size_t group_count;
    struct verify_faults *faults;          /* NULL: none were injected */
    struct verify_submission *submissions; /* by name */
    size_t submission_count;
    struct verify_check *checks; /* by area */
    size_t check_count;
    struct verify_finding *findings; /* errors first, then by area */
    size_t finding_count;
    const char **protection; /* layers that were active in every run */
    size_t protection_count;
};

#endif
