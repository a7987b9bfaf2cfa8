/* intake_plain_runner.h - a runner without a sandbox: fork and rlimits; for the repository reader
 * in tests. */
#ifndef TESTS_SUPPORT_INTAKE_PLAIN_RUNNER_H
#define TESTS_SUPPORT_INTAKE_PLAIN_RUNNER_H

#include "grader/run/runner.h"

/*
 * A run forks and calls `main` in the child (no exec: any function will do), in a folder of its own
 * that is removed afterwards, with an empty environment, standard output and error in memory files.
 * Limits: CPU, wall, output; memory but in an ASan build (which needs terabytes of addresses).
 * No leak is looked for in the child: the sanitizer cannot, in a fork of a process with threads.
 */
struct intake_plain_runner {
    struct runner runner; /* give &plain.runner to the code under test */
    int (*main)(int argc, char **argv);
    unsigned runs; /* so far */
};

void intake_plain_runner_init(struct intake_plain_runner *plain, int (*main)(int, char **));

#endif
