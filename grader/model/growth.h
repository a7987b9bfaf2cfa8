/* growth.h - how the cost of a submission grows: what was counted, its class, what was required. */
#ifndef GRADER_MODEL_GROWTH_H
#define GRADER_MODEL_GROWTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grader/base/str.h"

/* The ladder, from the slowest to the fastest growing; logarithms are to base 2. */
enum growth_class {
    GROWTH_1,
    GROWTH_LOG_N,
    GROWTH_SQRT_N,
    GROWTH_N,
    GROWTH_N_LOG_N,
    GROWTH_N_1_5,
    GROWTH_N_2,
    GROWTH_N_2_LOG_N,
    GROWTH_N_3,
    GROWTH_2_TO_N,
    GROWTH_N_FACTORIAL,
    GROWTH_CLASS_COUNT
};

/* "1", "log n", "sqrt n", "n", "n log n", "n^1.5", "n^2", "n^2 log n", "n^3", "2^n", "n!". */
const char *growth_class_name(enum growth_class class);
/* The names above, exactly; false for anything else. */
bool growth_class_parse(const char *name, enum growth_class *out);

enum { GROWTH_POINT_MAX = 64 };

/* One size and what it cost: the worst family's mean over seeds. */
struct growth_point {
    double n, m; /* m: the second parameter, 0 without one */
    double cost; /* units of work, or bytes */
};

/* How sure a class is, from its separation (grader/growth/fit.h). */
enum growth_confidence {
    CONFIDENCE_NONE,    /* below 1.3: the candidates fit equally well */
    CONFIDENCE_WEAK,    /* 1.3 to 2 */
    CONFIDENCE_LIKELY,  /* 2 to 4 */
    CONFIDENCE_CERTAIN, /* 4 and more */
    CONFIDENCE_COUNT
};
/* "unclear", "uncertain", "likely", "certain". */
const char *growth_confidence_name(enum growth_confidence confidence);

enum { GROWTH_CANDIDATE_MAX = 4 };

/* The class of a curve. */
struct growth_fit {
    enum growth_class class;
    enum growth_class candidates[GROWTH_CANDIDATE_MAX]; /* in ladder order; `class` is one */
    size_t candidate_count;                             /* 1: no other comes near */
    double separation; /* residual of the nearest other class over this one's; at most 1e6 */
    enum growth_confidence confidence;
    double share;              /* of the leading term at the largest size, 0 … 1 */
    double residual;           /* relative, root mean square */
    bool is_off_ladder;        /* no class describes the curve well */
    unsigned refits, agreeing; /* jackknife: without each size, how often the class stays */
};

/* How far from what was required. */
struct growth_distance {
    bool met;
    int steps;                 /* on the ladder, above 0: worse than required */
    double excess_exponent;    /* of n, over the last doubling */
    double excess_exponent_m;  /* of the second parameter, 0 without one */
    double reference_multiple; /* of the reference's cost at the largest size; 0: unknown */
};

/* What one resource did. */
struct growth_curve {
    const char *not_measured; /* why; NULL: measured */
    struct growth_point *points;
    size_t point_count;
    struct growth_point *reference; /* the reference's at the same sizes; NULL: not known */
    size_t reference_count;
    bool has_fit; /* false with a second parameter */
    struct growth_fit fit;
    const char *required; /* as the package says it; NULL: nothing is required */
    struct growth_distance distance;
};

/* How a line grows with two parameters, where no class names it: against what is required. */
enum growth_pace {
    PACE_NONE,    /* there is one parameter, and a class */
    PACE_ALONE,   /* nothing is required: by these powers of n and m */
    PACE_WITHIN,  /* no faster than required */
    PACE_N,       /* faster in n */
    PACE_M,       /* faster in m */
    PACE_N_AND_M, /* faster in both */
    PACE_COUNT
};
/* "by class", "alone", "within", "faster in n", "faster in m", "faster in n and m". */
const char *growth_pace_name(enum growth_pace pace);

/* A line of the source and the work done there. */
struct growth_line {
    const char *file; /* (hostile) */
    unsigned line;
    enum growth_class class; /* with one parameter; else GROWTH_1 */
    enum growth_pace pace;
    double excess_exponent, excess_exponent_m; /* beyond what is required; 0 with one parameter */
    double share;                              /* of all units at the largest size, 0 … 1 */
};

/* Lines one after the other that no run executed. */
struct growth_line_range {
    const char *file; /* (hostile) */
    unsigned first, last;
};

enum growth_resource { GROWTH_TIME, GROWTH_HEAP, GROWTH_STACK, GROWTH_RESOURCE_COUNT };
/* "time", "heap", "stack". */
const char *growth_resource_name(enum growth_resource resource);

struct growth {
    const char *not_measured; /* why there is nothing at all; NULL: there are curves */
    bool is_not_passing;      /* that is because the solution fails its tests: its own doing */
    bool is_per_operation;    /* time is of one operation, not of a whole input */
    struct growth_curve curves[GROWTH_RESOURCE_COUNT];
    uint64_t static_bytes;
    const char *stopped;      /* why no larger size was run; "": the plan was done */
    const char *suspicion;    /* what speaks for a false count; "": nothing */
    const char **blind_spots; /* functions whose work is not counted, by name (hostile) */
    size_t blind_spot_count;
    struct growth_line *lines; /* the most expensive first */
    size_t line_count;
    struct growth_line_range *unexecuted; /* by file and line */
    size_t unexecuted_count;
    uint64_t cpu_us; /* (measured) all of it: compiling and running */
};

/* Where most of the work is done: the most expensive line and its neighbours that grow alike. */
struct growth_span {
    const char *file; /* (hostile) */
    unsigned first, last;
    enum growth_class class;
    enum growth_pace pace;
    double excess_exponent, excess_exponent_m; /* of the most expensive line */
    double share;                              /* of all units, 0 … 1 */
};
/* False when there are no lines. A gap of one line, a brace or an empty one, does not part them. */
bool growth_hottest(const struct growth_line *lines, size_t count, struct growth_span *out);

/* The natural logarithm of the class at size n, 1 or more; that of log n is 0 at n = 2. */
double growth_class_log(enum growth_class class, double n);

/* Everything that was required, and could be measured, holds. */
bool growth_is_met(const struct growth *growth);

#endif
