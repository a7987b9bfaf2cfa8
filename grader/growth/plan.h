/* plan.h - growth.yaml: what is required of how the cost grows, and on which inputs it is seen. */
#ifndef GRADER_GROWTH_PLAN_H
#define GRADER_GROWTH_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/growth/requirement.h"
#include "grader/model/growth.h"
#include "grader/model/package.h"

/*
 *   per: input                  # or operation: time is divided by `operations`
 *   operations: "8 n"           # an expression, "n" when it is left out
 *   require:
 *     time: "n log n"           # a class of the ladder; with `second` an expression in n and m
 *     heap: n
 *     strict: true              # a log factor too much fails too (false)
 *   sizes: { from: 64, to: 32768, steps: 10 }    # all of it may be left out
 *   second: { from: 16, to: 1024, steps: 4 }     # sizes of m; every pair is measured
 *   families:
 *     random: "seq uniform {n} 0 999 {seed}"     # a generator's call; {4n} and the like are
 *     rising: "seq line {n} 0 1 0"               # expressions, {seed} a number, three of them
 *
 * A package without the file has no plan. Sizes are spaced evenly in proportion, or, where there
 * are enough steps, one by one (for 2^n).
 */

enum {
    PLAN_FAMILY_MAX = 16,
    PLAN_WORD_MAX = 32,
    PLAN_SIZE_LEAST = 1,
    PLAN_SIZE_MOST = 1 << 26,
    PLAN_SEEDS = 3, /* runs of a family that has {seed} */
    PLAN_GRID_MAX = GROWTH_POINT_MAX
};

struct growth_family {
    const char *name;
    size_t generator;   /* index in the package's generators */
    const char **words; /* of the call, without the program; with their {…} */
    size_t word_count;
    bool is_random; /* some word has {seed} */
    unsigned line;  /* in growth.yaml */
};

struct growth_sizes {
    double at[GROWTH_POINT_MAX]; /* rising */
    size_t count;
    bool is_automatic; /* sizes between these may be added */
};

struct growth_demand {
    const char *text;               /* as it is in the file; NULL: nothing is required */
    struct requirement requirement; /* without a second parameter */
};

struct growth_plan {
    struct growth_family families[PLAN_FAMILY_MAX];
    size_t family_count;
    struct growth_sizes n, m;
    bool has_second;
    const char *operations; /* time is divided by it; NULL: per input */
    struct growth_demand demands[GROWTH_RESOURCE_COUNT];
};

/* growth.yaml of the package, when there is one. ERR_INPUT: "growth.yaml:3:9: …". */
bool plan_load(const struct package *package, struct arena *arena, bool *out_found,
               struct growth_plan *out, struct err *err) MUST_CHECK;

/* One word of a call with its {…} replaced; it was checked when the plan was loaded. */
const char *plan_word(const char *word, double n, double m, uint64_t seed, struct arena *arena);

/* The number of operations at a size; 1 per input. */
double plan_operations(const struct growth_plan *plan, double n, double m);

#endif
