/* lab.h - the inputs of a plan, made when they are needed, and programs run on them. */
#ifndef GRADER_GROWTH_LAB_H
#define GRADER_GROWTH_LAB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/growth/count_build.h"
#include "grader/growth/plan.h"
#include "grader/run/runner.h"

/*
 *   lab_open                 starts nothing yet
 *   lab_measure              any number of counted programs, on the same inputs
 *   lab_repeat               one of them again, and a program that is not counted
 *   lab_close
 */

struct lab;

struct lab_request {
    struct runner *runner;
    const struct package *package;
    const struct growth_plan *plan;
    const int *generators; /* executables in the order of package->generators, borrowed */
    const void *key;       /* of the seeds, as for hidden tests; may be NULL */
    size_t key_size;
};

/* The request is borrowed until lab_close. */
struct lab *lab_open(const struct lab_request *request, struct arena *arena);
void lab_close(struct lab *lab);

/* All runs at one size together. */
struct lab_work {
    double n;
    double units; /* of the worst family: the cost before it is divided by operations */
    uint64_t all_units, all_cpu_us; /* sums over all runs */
    uint64_t driver_bytes; /* what the package's driver read, over all runs; 0: it has none */
};

/* Curves of one program. */
struct lab_series {
    struct growth_point points[GROWTH_RESOURCE_COUNT][GROWTH_POINT_MAX];
    struct lab_work work[GROWTH_POINT_MAX];
    size_t count;
    const char *stopped; /* why no larger size was run; "" */
    uint64_t cpu_us;     /* of all runs */
};

/* The largest run of one size, of the family that is worst at the last one. */
struct lab_detail {
    uint64_t units;
    uint64_t *counters;
    struct count_call *calls;
    size_t call_count;
};

/* For the lines of the source: in the order of the series' sizes; in the arena. */
struct lab_details {
    struct lab_detail at[GROWTH_POINT_MAX];
    uint64_t *ever; /* sums over all runs, whose counters are all as many */
    size_t counter_count;
    struct region_counters *functions; /* where each has its counters */
    size_t function_count;
    bool has_foreign; /* something stands among the counters that belongs to no function */
};

/* When runs become too large: no size is begun that would probably pass these. */
enum {
    LAB_UNITS_MAX = 5000000,      /* of one run */
    LAB_UNITS_FEW_MAX = 64000000, /* the same, while there are fewer sizes than SIZES_ENOUGH */
    LAB_SIZES_ENOUGH = 6,
    LAB_SIZE_CPU_US_MAX = 500000, /* of all runs at a size, of a program that hides work */
    LAB_HIDDEN_NS = 300,          /* of a unit: six times what any honest program took */
    LAB_CPU_US_MAX = 2000000,     /* of one run, a limit */
    LAB_INPUT_BYTES_MAX = 64 * 1024 * 1024
};

/*
 * Runs the program on the plan's sizes from the smallest, all families and seeds, until the plan is
 * done, a size would become too large, or a run does not end well; then adds sizes between the ones
 * there are, if they are few. What the program does is in *out, also when that is nothing
 * (count 0, `stopped` says why).
 * ERR_INPUT: a generator fails, prints nothing, or prints the same for different sizes.
 * details may be NULL.
 */
bool lab_measure(struct lab *lab, const struct count_program *program, const char *name,
                 bool has_starter, uint64_t memory_bytes, struct lab_series *out,
                 struct lab_details *details, struct err *err) MUST_CHECK;

/* The input of the first seed of a family at that size, borrowed: its file and its length. */
bool lab_input(struct lab *lab, const struct growth_point *at, size_t family, int *out_file,
               size_t *out_bytes, struct err *err) MUST_CHECK;

/* What several runs on one input show. */
struct lab_repeats {
    uint64_t least_units, most_units; /* of three runs; a program is exact, so they are the same */
    bool prints_same;                 /* the program that is not counted, and each of the three */
    uint64_t cpu_us;                  /* (measured) of all four */
};

/* Runs both on the first family's input of the size of that point, which was measured. plain is the
 * program that is not counted, or -1. */
bool lab_repeat(struct lab *lab, const struct count_program *counted, int plain, bool has_starter,
                uint64_t memory_bytes, const struct growth_point *at, struct lab_repeats *out,
                struct err *err) MUST_CHECK;

#endif
