/* growth_bench.h - builds a source for counting in the real box and runs it, for tests. */
#ifndef TESTS_SUPPORT_GROWTH_BENCH_H
#define TESTS_SUPPORT_GROWTH_BENCH_H

#include "grader/base/arena.h"
#include "grader/growth/count_build.h"
#include "grader/run/boxed.h"

/* One program: main.c of the candidate, and perhaps a driver.c with main and a header api.h. */
struct growth_bench {
    struct boxed_runner boxed;
    struct arena arena;
    struct count_program program;
    struct run_program run;
    struct run_session *session;
};

/* Every step asserts; driver and header may be NULL. */
void growth_bench_build(struct growth_bench *bench, const char *source, const char *driver,
                        const char *header);
/* One run. False: there is no record. The verdict is in *out_verdict, which may be NULL. */
bool growth_bench_run(struct growth_bench *bench, const char *input, struct count_record *out,
                      enum verdict *out_verdict);
void growth_bench_release(struct growth_bench *bench);

#endif
