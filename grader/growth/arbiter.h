/* arbiter.h - a second opinion on a suspicious count: the instructions that a processor executes.
 */
#ifndef GRADER_GROWTH_ARBITER_H
#define GRADER_GROWTH_ARBITER_H

#include <stdbool.h>

#include "grader/growth/lab.h"
#include "grader/growth/plan.h"

/*
 * qemu-x86_64 with a plugin of ours runs the plain program, on the smaller half of the sizes (with
 * a second parameter on three of each), and sees everything that is done: assembly, code made while
 * it runs, functions that nobody weighs. It is five times as slow, and counts the C library and the
 * driver too; so it says less of an honest program, and is asked only about a suspicious one.
 * Debian's qemu-user has plugins; where it is not installed a suspicion is left to a person.
 */
bool arbiter_exists(void);

struct arbiter_request {
    struct runner *runner;
    struct lab *lab;
    const struct growth_plan *plan;
    int bare;                          /* the ordinary build without the starter */
    const struct growth_point *points; /* the counted work, in the order of the plan */
    size_t point_count;
};

struct arbiter_opinion {
    bool is_known;       /* false: it could not run the program, or there are too few sizes */
    bool is_honest;      /* the instructions grow as the counted work, or as the input, at most */
    const char *verdict; /* how they grow, in words; in the arena */
    uint64_t cpu_us;     /* (measured) of asking */
};

/* False, and *out is left alone, only when the box could not be made. */
bool arbiter_ask(const struct arbiter_request *request, struct arena *arena,
                 struct arbiter_opinion *out, struct err *err) MUST_CHECK;

#endif
