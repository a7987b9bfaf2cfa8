/* weighted.h - which functions of the C library are counted, and which need not be. */
#ifndef GRADER_GROWTH_WEIGHTED_H
#define GRADER_GROWTH_WEIGHTED_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/str.h"

/* What the counter puts in front of the name of a function it weighs: "__count_strlen". */
#define WEIGHTED_PREFIX "__count_"

/* Sorted; each is defined in counter/counter.c. */
extern const char *const weighted_names[];
extern const size_t weighted_count;

/*
 * Nothing is missed when a candidate refers to this symbol: it is weighed, or its cost does not
 * depend on sizes, or it belongs to the counting itself. What is neither is a blind spot.
 */
bool weighted_is_known(struct str symbol);

#endif
