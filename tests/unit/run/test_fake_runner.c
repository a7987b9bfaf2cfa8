/* test_fake_runner.c - the fake keeps the port's contract, so that tests built on it mean
 * something. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "tests/support/fake_runner.h"

static const struct run_program program = {
    .name = "p",
    .profile = RUN_TOOL,
    .limits = { 1, 1, 1, 1, 1 },
    .executable = -1,
};
static const char *const argv[] = { "/bin/p", "a", "b", NULL };

static struct fake_runner fake; /* large: its queue is inside */

Test(fake_runner, answers_from_its_queue_and_then_accepts)
{
    fake_runner_init(&fake);
    fake_runner_push(&fake, VERDICT_TIME_LIMIT, NULL, "half", NULL);
    struct run_session *session;
    struct err err = { 0 };
    cr_assert(runner_open(&fake.runner, &program, &session, &err));
    const struct run_request request = { .argv = argv, .input = -1 };
    struct run_outcome out;
    cr_assert(runner_run(&fake.runner, session, &request, &out, &err));
    cr_assert(eq(int, out.verdict, VERDICT_TIME_LIMIT));
    cr_assert(str_is(out.output, "half"));
    cr_assert(eq(str, (char *)out.cause, "time limit exceeded"));
    run_outcome_release(&out);
    run_outcome_release(&out);
    cr_assert(runner_run(&fake.runner, session, &request, &out, &err));
    cr_assert(eq(int, out.verdict, VERDICT_ACCEPTED));
    cr_assert(eq(sz, out.output.length, 0));
    run_outcome_release(&out);
    cr_assert(eq(sz, fake.live, 1));
    runner_close(&fake.runner, session);
    cr_assert(eq(sz, fake.live, 0));
    cr_assert(eq(sz, fake.record_count, 2));
    cr_assert(eq(str, (char *)fake_record_line(&fake, 0), "/bin/p a b"));
    fake_runner_release(&fake);
}

Test(fake_runner, fails_the_call_it_is_told_to_and_no_other)
{
    for (size_t n = 1; n <= 3; n++) {
        fake_runner_init(&fake);
        fake.fail_at = n;
        const struct run_request request = { .argv = argv, .input = -1 };
        struct run_outcome out = { .exit_code = 77 };
        struct err err = { 0 };
        cr_assert(eq(int, runner_once(&fake.runner, &program, &request, &out, &err), n == 3));
        cr_assert(eq(int, err.kind, n == 3 ? ERR_NONE : ERR_FAULT));
        cr_assert(eq(int, out.exit_code, n == 3 ? 0 : 77));
        run_outcome_release(&out);
        cr_assert(eq(sz, fake.live, 0));
        fake_runner_release(&fake);
    }
}

static bool answer_with_input(void *ctx, const struct run_program *asked,
                              const struct run_request *request, struct run_outcome *out,
                              struct err *err)
{
    (void)asked, (void)request, (void)err;
    const struct fake_runner *self = ctx;
    fake_outcome(out, VERDICT_ACCEPTED, NULL, self->records[self->record_count - 1].input_bytes,
                 str_of(""));
    fake_outcome_collect(out, 2, str_of("kept"));
    return true;
}

Test(fake_runner, gives_the_callback_the_input_and_collects_files)
{
    fake_runner_init(&fake);
    fake.on_run = answer_with_input;
    fake.ctx = &fake;
    struct err err = { 0 };
    SCOPED_FD input = -1;
    cr_assert(memory_file("input", "1 2\n", 4, &input, &err));
    const struct run_request request = { .argv = argv, .input = input };
    struct run_outcome out;
    cr_assert(runner_once(&fake.runner, &program, &request, &out, &err));
    cr_assert(str_is(out.output, "1 2\n"));
    char kept[5] = "";
    cr_assert(eq(sz, (size_t)read(out.collected[2], kept, 4), 4));
    cr_assert(eq(str, kept, "kept"));
    run_outcome_release(&out);
    fake_runner_release(&fake);
}
