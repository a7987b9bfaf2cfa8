/* boxed.h - the runner of the product: every run in the sandbox. */
#ifndef GRADER_RUN_BOXED_H
#define GRADER_RUN_BOXED_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/err.h"
#include "grader/base/str.h"
#include "grader/run/runner.h"

/* How much protection a user asks for; less than this is an ERR_FAULT before anything runs. */
enum protection_level {
    PROTECTION_MINIMAL,  /* limits and seccomp, which are always there */
    PROTECTION_STANDARD, /* and Landlock or namespaces */
    PROTECTION_FULL,     /* and both */
};

struct boxed_runner {
    struct runner runner; /* hand &boxed.runner to the stages */
    unsigned layers;      /* of the sandbox, active */
    const char *names[8]; /* their names, NULL-ended */
};

/* Finds out what the machine offers. ERR_FAULT when that is less than `least`; the text says what
 * is missing. */
bool boxed_init(struct boxed_runner *boxed, enum protection_level least,
                struct err *err) MUST_CHECK;

/* Everything that the sandbox may have, and whether this machine offers it. Static storage. */
struct boxed_layer {
    const char *name, *purpose;
    bool is_active;
};
const struct boxed_layer *boxed_layers(size_t *out_count);

/* How many system calls with numbers 0 … 500 a candidate's program can reach the kernel with; 0:
 * the filter can't be made. */
unsigned boxed_open_calls(void);

/* The object file by which a program gets `has_starter`. Static storage. */
struct str boxed_starter_object(void);

#endif
