/* growth.h - how the cost of one solution grows, from its counted program to the verdict. */
#ifndef GRADER_GROWTH_GROWTH_H
#define GRADER_GROWTH_GROWTH_H

#include <stdbool.h>
#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/growth/lab.h"
#include "grader/growth/plan.h"
#include "grader/model/growth.h"
#include "grader/model/source.h"

/* Everything is borrowed for the call. */
struct growth_request {
    const struct growth_plan *plan;
    struct lab *lab;
    const struct source_set *sources;    /* of the candidate */
    const struct count_program *program; /* built from them; may be a refused one */
    struct runner *runner;               /* for the lines of library calls */
    bool has_starter;
    /* Builds the candidate without the starter, for the arbiter; NULL: nobody is asked. */
    bool (*build_bare)(void *context, int *out_executable, uint64_t *out_cpu_us, struct err *err);
    void *context;
    int plain;                          /* the ordinary build, to be compared with; -1: none */
    uint64_t memory_bytes;              /* the package's limit */
    const struct lab_series *reference; /* of the model solution; NULL: not measured */
};

/*
 * Runs the program on the plan's sizes, names the classes, compares with what is required and with
 * what the clock says. Strings and points live in the arena, those of the plan and the program are
 * borrowed. Whatever the program does is a result: where nothing could be measured, `not_measured`
 * says why. ERR_INPUT: a generator of the package is at fault; ERR_FAULT: we are.
 */
bool growth_measure(const struct growth_request *request, struct arena *arena, struct growth *out,
                    struct err *err) MUST_CHECK;

/* Nothing was measured, of no resource, for this reason (borrowed); what is required stays. */
void growth_set_not_measured(const struct growth_plan *plan, const char *reason,
                             struct growth *out);

/* The memory that a counted program may use: its limit, and room for what counting adds. */
uint64_t growth_memory_bytes(uint64_t limit_bytes);

#endif
