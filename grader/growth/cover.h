/* cover.h - which lines of a counted program any of many inputs executes. */
#ifndef GRADER_GROWTH_COVER_H
#define GRADER_GROWTH_COVER_H

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/growth/count_build.h"
#include "grader/growth/lines.h"

/* One input; what is executed on it may be told, so it must be public. */
struct cover_input {
    const char *path; /* NULL: `file` */
    int file;         /* borrowed, -1 with a path */
    uint64_t bytes;
};

/* Counted, not timed, so that what is run never depends on how busy the machine is: no run is begun
 * that would probably bring all of them above this. */
enum { COVER_UNITS_MAX = 20000000, COVER_BYTES_MAX = 4 << 20, COVER_INPUT_MAX = 100 };

struct cover_request {
    struct runner *runner;
    const struct source_set *sources;
    const struct count_program *program; /* not a refused one */
    bool has_starter;
    uint64_t memory_bytes;
    const struct cover_input *inputs; /* smallest first */
    size_t input_count;
};

struct cover {
    const char *not_measured; /* why; NULL: measured. In the arena */
    struct line_ran *lines;
    size_t line_count;
    size_t inputs; /* that were run */
    uint64_t cpu_us;
};

/* False: ERR_FAULT, a box can't be made. A run that does not end well leaves all unmeasured. */
bool cover_measure(const struct cover_request *request, struct arena *arena, struct cover *out,
                   struct err *err) MUST_CHECK;

#endif
