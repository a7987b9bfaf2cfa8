/* regions.h - where in the source each counter stands: clang's coverage mapping, as text. */
#ifndef GRADER_GROWTH_REGIONS_H
#define GRADER_GROWTH_REGIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/base/str.h"

/*
 * clang -fcoverage-mapping -Xclang -dump-coverage-mapping prints, for each function,
 *
 *     main.c:insert:
 *       File 0, 5:1 -> 15:2 = #0
 *       File 0, 7:33 -> 12:6 = #1
 *       Expansion,File 0, 13:5 -> 13:10 = #0 (Expanded file = 1)
 *       File 1, 3:27 -> 3:28 = (#0 + #5)
 *
 * The text comes out of the box in which hostile source was compiled: whatever is not understood is
 * passed over, and nothing is read past a ceiling. What stands in a macro is told where the macro
 * is used.
 */
enum { REGIONS_MAX = 8000, REGION_FUNCTIONS_MAX = 2000, REGION_DEPTH_MAX = 64 };

struct region_place {
    unsigned line, column; /* from 1 */
};

struct region {
    size_t function;
    struct str count;             /* borrowed from the text: "#1", "(#0 - #1)", "0" */
    struct region_place from, to; /* `to` is behind the last character */
};

struct region_function {
    struct str name;      /* "main.c:insert", or "insert" when it is external */
    unsigned unit;        /* which of the compiled files, from 0 */
    size_t first, count;  /* its regions, in the order of the text: the whole body first */
    size_t counter;       /* index of its first counter among all of the program */
    size_t counter_count; /* 0: it has none, because nothing refers to it */
};

struct regions {
    struct region *at;
    size_t count;
    struct region_function *functions;
    size_t function_count;
};

/* Where a function's counters are among all of the program. */
struct region_counters {
    uint64_t name; /* name_hash.h */
    uint64_t first, count;
};

/* The text above; a line "@3" stands in front of what the fourth compiled file printed. It is
 * borrowed for as long as the regions live. */
void regions_read(struct str mapping, struct arena *arena, struct regions *out);

/* Tells each function its counters. */
void regions_bind(struct regions *regions, const struct region_counters *counters, size_t count);

/* How often a region ran: its expression's value, of the counters of the whole program. 0 where it
 * can't be told. */
uint64_t region_value(const struct regions *regions, const struct region *region,
                      const uint64_t *counters, size_t counter_count);

/* The index among all counters when the region has one of its own; SIZE_MAX: it is calculated. */
size_t region_own_counter(const struct regions *regions, const struct region *region);

#endif
