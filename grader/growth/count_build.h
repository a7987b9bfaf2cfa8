/* count_build.h - sources become a program that counts its own work. */
#ifndef GRADER_GROWTH_COUNT_BUILD_H
#define GRADER_GROWTH_COUNT_BUILD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/growth/counter_object.h"
#include "grader/growth/regions.h"
#include "grader/model/source.h"
#include "grader/run/runner.h"

/*
 * clang's front-end counters in the candidate's files, none in the driver's, and our counter
 * (counter/counter.c) linked in place of clang's profile runtime. One boxed run of a shell script
 * does it all: compile, join, list symbols, rename, link. Same source, same counts, bit for bit.
 *
 * Where a source may hold assembly or attributes, libclang looks at each file just before clang
 * compiles it, in the same box, under the same flags: what the preprocessor can ask about is the
 * same for both.
 */

/* Everything is borrowed for the call. */
struct count_request {
    const char *name;                 /* for messages */
    const struct source_set *sources; /* of the candidate */
    const struct source_file *files;  /* to be laid: these, the package's, perhaps the starter */
    size_t file_count;
    const char *const *counted; /* .c files of the candidate, as a compiler is to be given them */
    size_t counted_count;
    const char *const *driver; /* .c files of the package */
    size_t driver_count;
    const char *starter; /* path of the starter among the files; NULL: none */
    const char *reader; /* the grader's executable, which looks at the sources; NULL: nobody does */
    uint64_t cpu_us, memory_bytes;
};

struct count_program {
    const char *refused;              /* why it could not be built; NULL: it was. In the arena */
    int executable;                   /* owned; -1 when refused */
    char key[COUNTER_KEY_LENGTH + 1]; /* of its records */
    const char **blind_spots;         /* symbols whose work is not counted, sorted; in the arena */
    size_t blind_spot_count;
    const char *escape;         /* what in the source could hide work (escape.h, objects.h); "" */
    bool is_by_gcc;             /* some file of it, because clang refuses it */
    uint64_t static_bytes;      /* of the candidate's own variables */
    struct regions *regions;    /* where the counters stand; in the arena */
    const char *const *counted; /* as in the request, borrowed from there */
    size_t counted_count;
    uint64_t cpu_us; /* (measured) of building */
};

enum { COUNT_PROGRAM_BYTES_MAX = 64 * 1024 * 1024 };

/*
 * False, and *out is left alone: ERR_FAULT when there is no clang, shell or box. That clang, or the
 * linker, does not take the source is no error: `refused` says it.
 */
bool count_build(struct runner *runner, const struct count_request *request, struct arena *arena,
                 struct count_program *out, struct err *err) MUST_CHECK;

/* The clang that would be used: its path on this machine, or NULL when there is none. */
const char *count_build_compiler(void);

/* Safe on one with executable -1. */
void count_program_release(struct count_program *program);

/* What one run did. */
struct count_record {
    uint64_t units;      /* executed source regions and weighted library calls */
    uint64_t heap_bytes; /* at most at once, as asked for */
    uint64_t heap_total_bytes;
    uint64_t stack_bytes;
};

/*
 * Reads the record at the very end of what the program wrote to standard error. False: there is
 * none with this key, so the program did not end by itself, or wrote over it.
 */
bool count_read(struct str errors, const char *key, struct count_record *out) MUST_CHECK;

/* A call of the library: where it returns to, and the units of all times together. */
struct count_call {
    uint64_t address, units;
};

/* What stands in the line before the record. */
struct count_details {
    uint64_t *counters;
    size_t counter_count;
    struct count_call *calls;
    size_t call_count;
    struct region_counters *functions;
    size_t function_count;
};

enum { COUNT_COUNTERS_MAX = 100000, COUNT_CALLS_MAX = 4096 };

/* False: there is no such line, or it is not as our counter writes it. */
bool count_read_details(struct str errors, const char *key, struct arena *arena,
                        struct count_details *out) MUST_CHECK;

/* Where a call stands: "main.c", 12; "" and 0 where that is not known. In the arena. */
struct count_place {
    const char *file;
    unsigned line;
};

/* Asks addr2line, boxed, about return addresses of the program; *out_cpu_us is what it took. False:
 * the box could not be made. */
bool count_locate(struct runner *runner, const struct count_program *program,
                  const uint64_t *addresses, size_t count, struct arena *arena,
                  struct count_place *out, uint64_t *out_cpu_us, struct err *err) MUST_CHECK;

#endif
