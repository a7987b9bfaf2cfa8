/* lines.h - which lines of the source do the work, and how that grows on each. */
#ifndef GRADER_GROWTH_LINES_H
#define GRADER_GROWTH_LINES_H

#include "grader/base/arena.h"
#include "grader/growth/lab.h"
#include "grader/growth/regions.h"
#include "grader/model/growth.h"
#include "grader/model/source.h"

/*
 * A unit of work is an execution of a region that has a counter of its own; it belongs to the lines
 * that stand in the region and in no region within it, in equal parts. The work of a library call
 * belongs to the line that calls. So the shares of all lines add up to at most 1: what can't be
 * told (a header that is not among the sources) is missing.
 *
 * The class of a line is that of how often it ran, calls of the library included: the largest count
 * among the regions that begin on the line, or of the innermost one it lies in. With a second
 * parameter no class has a name: a line has a pace, by the exponents in n and in m by which it
 * grows faster than what is required of the whole.
 */

enum { LINES_MAX = 2000, LINES_CALLS_MAX = 64 };

/* A call of the library: the line it stands on. */
struct call_place {
    uint64_t address;
    const char *file; /* "" where it is not known */
    unsigned line;
};

struct lines_request {
    const struct source_set *sources;
    const char *const *counted; /* the compiled files, by unit of the regions */
    size_t counted_count;
    const struct regions *regions;
    const struct lab_series *series;
    const struct lab_details *details;
    const struct call_place *calls;
    size_t call_count;
    bool has_second;
    const char *required; /* with a second parameter: the expression; NULL: nothing is required */
};

/* Sets lines and unexecuted lines; strings are borrowed from the request. No lines where the sizes
 * that could be run don't tell n and m apart. */
void lines_measure(const struct lines_request *request, struct arena *arena, struct growth *out);

/* A line that can be executed, and whether it was. */
struct line_ran {
    const char *file;
    unsigned line;
    bool ran;
};

/*
 * Of the request's sources, counted files and regions alone: every line of code that a region
 * holds, by file and line, by these counters of the whole program, the sums of any runs. In the
 * arena.
 */
void lines_cover(const struct lines_request *request, const uint64_t *counters,
                 size_t counter_count, struct arena *arena, struct line_ran **out,
                 size_t *out_count);

/* The addresses of the most expensive calls at the largest size; at most LINES_CALLS_MAX. */
size_t lines_calls(const struct lab_series *series, const struct lab_details *details,
                   uint64_t out[LINES_CALLS_MAX]);

#endif
