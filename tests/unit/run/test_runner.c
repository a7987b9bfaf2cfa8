/* test_runner.c - the port's calls check the contract and pass on. */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "tests/support/fake_runner.h"

static struct fake_runner fake;

static void begin(void)
{
    fake_runner_init(&fake);
}

static void end(void)
{
    fake_runner_release(&fake);
}

TestSuite(runner, .init = begin, .fini = end);

static const char *const argv[] = { "program", NULL };
static const struct run_request request = { .argv = argv, .input = -1 };
static const struct run_limits limits = { 1, 2, 3, 4, 5 };

Test(runner, no_limit_may_be_zero)
{
    for (size_t i = 0; i < 5; i++) {
        struct run_program program = { .name = "p", .limits = limits, .executable = -1 };
        struct run_session *session = (struct run_session *)&fake;
        struct err err = { 0 };
        uint64_t *const numbers[] = { &program.limits.cpu_us, &program.limits.wall_us,
                                      &program.limits.memory_bytes, &program.limits.output_bytes };
        if (i < COUNT_OF(numbers))
            *numbers[i] = 0;
        else
            program.limits.processes = 0;
        cr_expect(!runner_open(&fake.runner, &program, &session, &err));
        cr_expect(err.kind == ERR_FAULT && strstr(err.text, "'p'"), "%s", err.text);
        cr_expect(session == (struct run_session *)&fake && fake.calls == 0);
    }
}

Test(runner, once_opens_runs_and_closes)
{
    const struct run_program program = { .name = "p", .limits = limits, .executable = -1 };
    struct run_outcome outcome = { 0 };
    struct err err = { 0 };
    fake_runner_push(&fake, VERDICT_ACCEPTED, NULL, "said", "complained");
    cr_assert(runner_once(&fake.runner, &program, &request, &outcome, &err));
    cr_expect(str_is(outcome.output, "said") && str_is(outcome.errors, "complained"));
    cr_expect(fake.opens == 1 && fake.runs == 1 && fake.closes == 1 && fake.live == 0);
    run_outcome_release(&outcome);
    runner_close(&fake.runner, NULL); /* none is fine */
}

Test(runner, once_closes_when_the_run_cannot_be_made)
{
    const struct run_program program = { .name = "p", .limits = limits, .executable = -1 };
    for (size_t n = 1; n <= 2; n++) {
        struct run_outcome outcome = { .exit_code = 77 };
        struct err err = { 0 };
        fake.calls = 0;
        fake.fail_at = n;
        cr_expect(!runner_once(&fake.runner, &program, &request, &outcome, &err));
        cr_expect(err.kind == ERR_FAULT && outcome.exit_code == 77 && fake.live == 0);
    }
}

Test(runner, an_outcome_may_be_released_empty_and_twice)
{
    struct run_outcome outcome = { 0 };
    run_outcome_release(&outcome); /* must not close descriptor 0 */
    cr_expect(fcntl(0, F_GETFD) >= 0);
    fake_outcome_text(&outcome, "text", "");
    fake_outcome_collect(&outcome, 7, str_of("file"));
    int file = outcome.collected[7];
    run_outcome_release(&outcome);
    cr_expect(fcntl(file, F_GETFD) < 0);
    cr_expect(outcome.output.length == 0 && outcome.cause == NULL);
    run_outcome_release(&outcome);
    cr_expect(fcntl(0, F_GETFD) >= 0);
}

Test(runner, names_the_layers_of_the_one_behind_it)
{
    cr_expect_str_eq(runner_protection(&fake.runner)[0], "fake");
    cr_expect(runner_protection(&fake.runner)[1] == NULL);
}
