/* runner_run.h - one run of a benign program, plainly or in the sandbox, and how it went. */
#ifndef TESTS_BENIGN_RUNNER_RUN_H
#define TESTS_BENIGN_RUNNER_RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "tests/benign/runner_program.h"

struct outcome {
    char end[240]; /* "exit 0", "signal 6", or what the sandbox says: "denied: …", "fault: …" */
    int output, errors; /* owned: memory files with what it wrote; -1: none */
};

void outcome_release(struct outcome *outcome);

/* "" when they are the same in end, output and errors; otherwise what differs, in words. */
void outcome_compare(const struct outcome *plain, const struct outcome *boxed, char *out_difference,
                     size_t room);

/* On the host, as the sandbox would: empty environment, in `folder`, a stack as large as the
 * memory, no core. */
void run_plainly(int executable, const struct program *program, const char *folder,
                 struct outcome *out);

/* In one sandbox without the layers in `without`, `count` times; `out` has room for all. */
void run_boxed(int executable, const struct program *program, bool has_starter, unsigned without,
               struct outcome *out, int count);

#endif
