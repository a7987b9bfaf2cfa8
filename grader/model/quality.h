/* quality.h - what inspection of a submission's code found: functions, findings, counts, passes. */
#ifndef GRADER_MODEL_QUALITY_H
#define GRADER_MODEL_QUALITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Facts only: what a dimension is worth, and where good ends and bad begins, is the rubric's
 * (grader/model/rubric.h). Strings marked (hostile) come from a candidate's source and may hold any
 * character; they are UTF-8 without NULs, and a renderer escapes them.
 */

enum quality_dimension {
    QUALITY_MEMORY,      /* memory errors and undefined behaviour */
    QUALITY_STRUCTURE,   /* size and shape of functions */
    QUALITY_ERRORS,      /* failures that are checked, or not */
    QUALITY_DUPLICATION, /* code said twice, and code that nothing uses */
    QUALITY_READABILITY,
    QUALITY_HEADERS, /* what a file shows to others */
    QUALITY_OWN_TESTS,
    QUALITY_DIMENSION_COUNT
};
/* "memory", "structure", "error handling", "duplication", "readability", "headers", "own tests". */
const char *quality_dimension_name(enum quality_dimension dimension);
bool quality_dimension_parse(const char *name, enum quality_dimension *out);

/* How much a finding matters; the words are those of the report's remarks. */
enum quality_kind {
    QUALITY_ESSENTIAL,   /* a bug: must be mended */
    QUALITY_ACTIONABLE,  /* worth mending */
    QUALITY_INFORMATIVE, /* good to know; costs little or nothing */
    QUALITY_KIND_COUNT
};
/* "essential", "actionable", "informative". */
const char *quality_kind_name(enum quality_kind kind);
bool quality_kind_parse(const char *name, enum quality_kind *out);

/* One station of the way to a finding: "memory is allocated here". */
struct quality_step {
    const char *file;
    unsigned line;
    const char *message; /* (hostile) */
};

enum { QUALITY_TOOL_MAX = 6, QUALITY_STEP_MAX = 12, QUALITY_FINDING_MAX = 200 };

/* One thing in one place, whoever saw it. */
struct quality_finding {
    const char *file;      /* as in the submission (hostile) */
    unsigned line, column; /* from 1; 0: none */
    const char *function;  /* the one it lies in, "" when in none or unknown (hostile) */
    enum quality_dimension dimension;
    enum quality_kind kind;
    const char *rule;   /* the grader's own word: "leak", "unchecked-allocation" */
    const char **tools; /* who saw it, at most QUALITY_TOOL_MAX: "gcc", "cppcheck", … */
    size_t tool_count;
    const char *message;        /* one sentence: what is wrong (hostile) */
    const char *change;         /* what to do about it; "" when nothing */
    const char *read_on;        /* an https:// address; "" for none */
    struct quality_step *steps; /* the way there, in order; none: step_count 0 */
    size_t step_count;
};

/* Measured on the source as written: what a macro expands to does not count. */
struct quality_function {
    const char *file;    /* (hostile) */
    unsigned line;       /* of its name */
    const char *name;    /* (hostile) */
    unsigned cognitive;  /* G. A. Campbell, "Cognitive Complexity", SonarSource 2018 */
    unsigned cyclomatic; /* T. J. McCabe, 1976: decisions + 1 */
    unsigned lines;      /* from the first of its definition to the closing brace */
    unsigned nesting;    /* deepest level of control structures */
    unsigned parameters; /* 0 where a header that is not the submission's prescribes them */
};

/* Lines of one file, one after the other. */
struct quality_lines {
    const char *file; /* (hostile) */
    unsigned first, last;
    bool on_failure; /* they run only when a call fails: no test can be asked to reach them */
};

/* A pass of inspection and whether it came to its end. */
struct quality_pass {
    const char *name;         /* "gcc", "clang-tidy", … */
    const char *not_analysed; /* why there is nothing, or not everything; NULL: it is complete */
    uint64_t cpu_us;          /* (measured) */
};
enum { QUALITY_PASS_MAX = 12 };

/* What a dimension can be measured by (grader/model/rubric.h says from where to where). */
enum quality_measure {
    MEASURE_FINDINGS,  /* of the dimension, each by its kind */
    MEASURE_COGNITIVE, /* of each function, as the next three; they count by their lines */
    MEASURE_LINES,
    MEASURE_NESTING,
    MEASURE_PARAMETERS,
    MEASURE_UNCHECKED,      /* share of the calls to check */
    MEASURE_REPEATED,       /* share of the tokens */
    MEASURE_NEVER_EXECUTED, /* share of the lines that can be executed */
    QUALITY_MEASURE_COUNT
};
/* "findings", "cognitive complexity", "function lines", "nesting", "parameters", "unchecked calls",
 * "repeated tokens", "lines never executed". */
const char *quality_measure_name(enum quality_measure measure);

struct quality {
    const char *not_analysed;           /* why there is nothing at all; NULL: there is */
    const char *compile_error;          /* (hostile) gcc's first; NULL: it compiles */
    struct quality_function *functions; /* by file, then line */
    size_t function_count;
    struct quality_finding *findings;    /* essential first, then by file and line */
    size_t finding_count, findings_more; /* beyond the ceiling of the list */
    struct quality_pass passes[QUALITY_PASS_MAX];
    size_t pass_count;
    size_t calls_to_check,
        calls_unchecked;            /* malloc, scanf, strtol, fopen, … whose result matters */
    size_t tokens, tokens_repeated; /* of the code, comments and white space apart */
    /* Of accepted submissions that are clean under sanitizers; 0 and 0: not measured, or most
     * hidden tests have no public twin. What runs only when a call fails is not among the latter.
     */
    size_t lines_executable, lines_never_executed;
    size_t tests_executed;                /* public tests that this is of; 0: not measured */
    struct quality_lines *never_executed; /* by file and line */
    size_t never_executed_count;
    struct quality_lines *failures; /* where calls that fail are handled, executed or not */
    size_t failure_count;
    size_t tests_sanitized; /* public tests that were begun under sanitizers */
    size_t suppressions;    /* comments, pragmas, attributes that would silence a tool; ignored */
    uint64_t cpu_us;        /* (measured) of all passes */
};

/* The first finding that this tool saw, and that must be mended; NULL when there is none. */
const struct quality_finding *quality_bug_by(const struct quality *quality, const char *tool);

#endif
