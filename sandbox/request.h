/* request.h - the messages between box.c and the supervisor, which are copies of one process.
 */
#ifndef SANDBOX_REQUEST_H
#define SANDBOX_REQUEST_H

#include "sandbox/sandbox.h"

/* Head of a request; behind it arg_bytes of arguments and collect_bytes of names, each ended by a
 * NUL. Descriptors: 0, 1, 2 and the payload. */
struct request {
    uint32_t arg_bytes, collect_bytes;
};

enum { REQUEST_BYTES_MAX = sizeof(struct request) + 2 * SANDBOX_ARG_BYTES_MAX };

/* The answer, and the supervisor's first message (all zero: ready). Descriptors: the collected
 * files, by the bits of `collected`. */
struct answer {
    bool is_fault;
    struct sandbox_fault fault;
    struct sandbox_result result;
    uint32_t collected; /* bit i: the i-th name was found */
};

#endif
