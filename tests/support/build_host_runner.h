/* build_host_runner.h - a runner without a box: real processes in a temporary folder, for tests of
 * what real compilers and validators do. */
#ifndef TESTS_SUPPORT_BUILD_HOST_RUNNER_H
#define TESTS_SUPPORT_BUILD_HOST_RUNNER_H

#include "grader/base/arena.h"
#include "grader/run/runner.h"

/*
 * Only for programs that the tests wrote themselves. Empty environment, working directory with the
 * files laid into it, RLIMIT_CPU and RLIMIT_FSIZE rounded up to whole seconds and bytes; wall time
 * by alarm. Verdicts: RTE, TLE (SIGXCPU, SIGALRM), OLE (SIGXFSZ). Memory is not limited.
 */
struct host_runner {
    struct runner runner; /* give &host.runner to the code under test */
    size_t runs;          /* so far */
};
void host_runner_init(struct host_runner *host);

#endif
