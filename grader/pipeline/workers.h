/* workers.h - independent pieces of work, each in a process of its own: one that dies takes nothing
 * with it. */
#ifndef GRADER_PIPELINE_WORKERS_H
#define GRADER_PIPELINE_WORKERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/base/buf.h"
#include "grader/base/err.h"
#include "grader/base/str.h"

/* The worker's way to say how far it is; never blocks, never fails. What is said more often than an
 * eye can follow is passed over, but not the end. */
struct worker_voice {
    int pipe;
    uint32_t unit;
    uint64_t *said_us; /* when it last spoke, clock_us; NULL: whatever is said is heard */
};
void worker_tell(const struct worker_voice *voice, size_t done, size_t total);

struct workers {
    size_t count;  /* units of work, 0 … count-1 */
    unsigned jobs; /* processes at once, at least 1 */
    void *context; /* borrowed; a copy of it is what a worker sees */
    /* In the worker: the result's bytes, or an error. */
    bool (*work)(void *context, size_t unit, const struct worker_voice *voice, struct buf *out,
                 struct err *err);
    /* In the caller: unit is at done of total; may be NULL. */
    void (*progress)(void *context, size_t unit, size_t done, size_t total);
};

struct worker_result {
    bool is_done;
    struct str bytes; /* when done; in the arena, with a NUL behind */
    struct err err;   /* when not: the worker's own error, or how it died */
};

enum { WORKER_BYTES_MAX = 64 * 1024 * 1024, WORKER_JOBS_MAX = 256 };

/*
 * Fills results[0 … count-1]. A worker that dies is that unit's ERR_FAULT ("killed by signal 9")
 * and the others go on. False only when no worker could be started at all.
 */
bool workers_run(const struct workers *workers, struct arena *arena, struct worker_result *results,
                 struct err *err) MUST_CHECK;

#endif
