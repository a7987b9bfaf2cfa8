/* objects.h - what a candidate's compiled files say: what they call, hold and do not count. */
#ifndef GRADER_GROWTH_OBJECTS_H
#define GRADER_GROWTH_OBJECTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/base/str.h"

/* What nm (posix format) and size (-A) print. Borrowed for the call, but for the names. */
struct objects_request {
    struct str symbols;         /* of the candidate's files, joined */
    struct str driver;          /* of the package's, those it defines */
    struct str sections;        /* of the candidate's files, joined */
    const char *const *counted; /* the paths that were compiled */
    size_t counted_count;
};

struct objects {
    const char **blind_spots; /* symbols whose work is not counted, sorted; in the arena */
    size_t blind_spot_count;
    uint64_t static_bytes; /* of the candidate's own variables */
    bool is_by_gcc;        /* some file was counted by gcc */
    /*
     * What no honest file has, however it was written: a function without a counter (clang names
     * the counters of f "__profc_f" or "__profc_main.c_f", gcc "__gcov0.f"), a function of the
     * library that counting stands on, a section that the compiler does not make by itself. A
     * sentence in the arena, or "".
     */
    const char *escape;
};

enum { OBJECTS_BLIND_SPOT_MAX = 64, OBJECTS_FUNCTION_MAX = 20000 };

void objects_read(const struct objects_request *request, struct arena *arena, struct objects *out);

#endif
