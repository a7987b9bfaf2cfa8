/* growth_bench.c - builds a source for counting in the real box and runs it, for tests. */
#include "tests/support/growth_bench.h"

#include <criterion/criterion.h>
#include <string.h>

#include "grader/base/fd.h"

#define STARTER ".grader-starter.o"

static const struct run_limits limits = { 5000000, 20000000, 256 << 20, 16 << 20, 1 };

void growth_bench_build(struct growth_bench *bench, const char *source, const char *driver,
                        const char *header)
{
    static const char *const counted[] = { "main.c" }, *const driven[] = { "driver.c" };
    struct err err = { 0 };
    *bench = (struct growth_bench){ .program = { .executable = -1 } };
    cr_assert(boxed_init(&bench->boxed, PROTECTION_MINIMAL, &err), "%s", err.text);
    struct source_file files[4] = { { "main.c", str_of(source) },
                                    { STARTER, boxed_starter_object() } };
    size_t count = 2;
    if (driver)
        files[count++] = (struct source_file){ "driver.c", str_of(driver) };
    if (header)
        files[count++] = (struct source_file){ "api.h", str_of(header) };
    const struct source_set sources = { "main.c", files, 1 };
    const struct count_request request = { .name = "main.c",
                                           .sources = &sources,
                                           .files = files,
                                           .file_count = count,
                                           .counted = counted,
                                           .counted_count = 1,
                                           .driver = driven,
                                           .driver_count = driver ? 1 : 0,
                                           .starter = STARTER,
                                           .cpu_us = 20000000,
                                           .memory_bytes = 2048ULL << 20 };
    cr_assert(count_build(&bench->boxed.runner, &request, &bench->arena, &bench->program, &err),
              "%s", err.text);
    bench->run = (struct run_program){ .name = "main",
                                       .profile = RUN_PROGRAM,
                                       .limits = limits,
                                       .executable = bench->program.executable,
                                       .has_starter = true };
}

bool growth_bench_run(struct growth_bench *bench, const char *input, struct count_record *out,
                      enum verdict *out_verdict)
{
    static const char *const argv[] = { "main", NULL };
    struct err err = { 0 };
    SCOPED_FD file = -1;
    cr_assert(!bench->program.refused, "%s", bench->program.refused);
    if (!bench->session)
        cr_assert(runner_open(&bench->boxed.runner, &bench->run, &bench->session, &err), "%s",
                  err.text);
    cr_assert(memory_file("input", input, strlen(input), &file, &err), "%s", err.text);
    const struct run_request request = { .argv = argv, .input = file };
    struct run_outcome outcome = { 0 };
    cr_assert(runner_run(&bench->boxed.runner, bench->session, &request, &outcome, &err), "%s",
              err.text);
    bool found = count_read(outcome.errors, bench->program.key, out);
    if (out_verdict)
        *out_verdict = outcome.verdict;
    run_outcome_release(&outcome);
    return found;
}

void growth_bench_release(struct growth_bench *bench)
{
    runner_close(&bench->boxed.runner, bench->session);
    count_program_release(&bench->program);
    arena_release(&bench->arena);
}
