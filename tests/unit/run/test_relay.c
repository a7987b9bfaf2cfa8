/* test_relay.c - two processes that talk through the relay: who ended first, and what was said. */
#include "grader/run/relay.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CEILING = 1000 };

/* What a side does, with its input and its output. */
typedef int role(int in, int out);

struct side {
    pid_t pid;
    int status;
    bool has_ended;
};

struct game {
    struct side program, judge;
    struct relay_result result;
    char said[CEILING + 1];
};
static struct game game;

static bool has_ended(void *context, bool is_judge, struct err *err)
{
    (void)context, (void)err;
    struct side *side = is_judge ? &game.judge : &game.program;
    cr_assert(!side->has_ended && waitpid(side->pid, &side->status, 0) == side->pid);
    side->has_ended = true;
    return true;
}

static struct relay_side begin(struct side *side, role *plays)
{
    int in[2], out[2];
    cr_assert(pipe(in) == 0 && pipe(out) == 0);
    side->pid = fork();
    if (side->pid == 0) {
        /* Only 0 and 1 stay: ends of the other side's pipes would keep them open. */
        dup2(in[0], 0);
        dup2(out[1], 1);
        close_range(3, ~0u, 0);
        alarm(20);
        _exit(plays(0, 1));
    }
    close(in[0]);
    close(out[1]);
    int watch = (int)syscall(SYS_pidfd_open, side->pid, 0);
    cr_assert(watch >= 0);
    return (struct relay_side){ out[0], in[1], watch };
}

static void talk(role *program, role *judge)
{
    struct err err = { 0 };
    int copy = memfd_create("copy", 0);
    struct relay relay = { .ceiling_bytes = CEILING, .copy = copy, .ended = has_ended };
    relay.program = begin(&game.program, program);
    relay.judge = begin(&game.judge, judge);
    cr_assert(relay_run(&relay, &game.result, &err), "%s", err.text);
    cr_assert(game.program.has_ended && game.judge.has_ended);
    cr_assert(pread(copy, game.said, CEILING, 0) >= 0);
}

static int exit_of(const struct side *side)
{
    return WIFEXITED(side->status) ? WEXITSTATUS(side->status) : -WTERMSIG(side->status);
}

static void put(int out, const char *text)
{
    ssize_t wrote = write(out, text, strlen(text));
    (void)wrote;
}

static bool get(int in, char *word, size_t room)
{
    ssize_t got = read(in, word, room - 1);
    word[got > 0 ? got : 0] = '\0';
    return got > 0;
}

/* ---- sides ---- */

static int asks_twice(int in, int out)
{
    char word[64];
    put(out, "one\n");
    if (!get(in, word, sizeof word) || strcmp(word, "yes\n") != 0)
        return 3;
    put(out, "two\n");
    return get(in, word, sizeof word) && strcmp(word, "done\n") == 0 ? 0 : 4;
}

static int answers_twice(int in, int out)
{
    char word[64];
    if (!get(in, word, sizeof word) || strcmp(word, "one\n") != 0)
        return 1;
    put(out, "yes\n");
    if (!get(in, word, sizeof word) || strcmp(word, "two\n") != 0)
        return 2;
    put(out, "done\n");
    return 42;
}

static int fails_at_once(int in, int out)
{
    (void)in;
    put(out, "last words");
    return 7;
}

static int reads_to_the_end(int in, int out)
{
    char word[64];
    (void)out;
    while (get(in, word, sizeof word))
        continue;
    return 43;
}

static int fails_when_left_alone(int in, int out)
{
    reads_to_the_end(in, out);
    return 9;
}

static int rejects_at_once(int in, int out)
{
    (void)in, (void)out;
    return 43;
}

static int writes_for_ever(int in, int out)
{
    static const char line[] = "all work and no play\n";
    (void)in;
    signal(SIGPIPE, SIG_DFL);
    for (;;)
        if (write(out, line, sizeof line - 1) < 0)
            return 8;
}

static int talks_to_the_deaf(int in, int out)
{
    char word[64];
    signal(SIGPIPE, SIG_DFL);
    get(in, word, sizeof word);
    for (int i = 0; i < 10000; i++)
        put(out, "are you there? are you there? are you there?\n");
    return reads_to_the_end(in, out);
}

static int closes_its_output(int in, int out)
{
    put(out, "no more\n");
    close(out);
    return reads_to_the_end(in, out);
}

static int waits_for_the_end(int in, int out)
{
    char word[64];
    while (get(in, word, sizeof word))
        continue;
    put(out, "seen");
    return 0;
}

static int says_much_and_leaves(int in, int out)
{
    char block[1000];
    (void)in;
    memset(block, 'x', sizeof block);
    for (int i = 0; i < 500; i++)
        if (write(out, block, sizeof block) != (ssize_t)sizeof block)
            return 1;
    return 42;
}

static int counts_slowly(int in, int out)
{
    static char block[4096];
    size_t sum = 0;
    ssize_t got;
    usleep(100000); /* longer than the grace */
    while ((got = read(in, block, sizeof block)) > 0)
        sum += (size_t)got;
    (void)out; /* which nobody reads any more */
    return sum == 500 * 1000 ? 0 : 1;
}

/* ---- */

Test(relay, a_conversation_reaches_both)
{
    talk(asks_twice, answers_twice);
    cr_expect_eq(exit_of(&game.program), 0);
    cr_expect_eq(exit_of(&game.judge), 42);
    cr_expect_str_eq(game.said, "one\ntwo\n");
    cr_expect(!game.result.judge_ended_first && !game.result.is_over);
}

Test(relay, a_program_that_fails_by_itself_failed_first)
{
    for (int i = 0; i < 20; i++) {
        memset(&game, 0, sizeof game);
        talk(fails_at_once, reads_to_the_end);
        cr_expect_eq(exit_of(&game.program), 7);
        cr_expect_eq(exit_of(&game.judge), 43);
        cr_expect_str_eq(game.said, "last words");
        cr_expect(!game.result.judge_ended_first);
    }
}

Test(relay, a_program_that_fails_because_the_judge_left_did_not)
{
    for (int i = 0; i < 20; i++) {
        memset(&game, 0, sizeof game);
        talk(fails_when_left_alone, rejects_at_once);
        cr_expect_eq(exit_of(&game.program), 9);
        cr_expect_eq(exit_of(&game.judge), 43);
        cr_expect(game.result.judge_ended_first);
    }
}

Test(relay, a_flood_is_stopped_at_the_ceiling)
{
    talk(writes_for_ever, reads_to_the_end);
    cr_expect(game.result.is_over);
    cr_expect_eq(exit_of(&game.program), -SIGPIPE);
    cr_expect_eq(exit_of(&game.judge), 43);
    cr_expect_eq(strlen(game.said), CEILING);
}

Test(relay, a_judge_does_not_die_of_talking_to_the_dead)
{
    talk(fails_at_once, talks_to_the_deaf);
    cr_expect_eq(exit_of(&game.program), 7);
    cr_expect_eq(exit_of(&game.judge), 43);
}

Test(relay, a_stream_that_is_closed_early_is_passed_on)
{
    talk(waits_for_the_end, closes_its_output);
    cr_expect_eq(exit_of(&game.program), 0);
    cr_expect_eq(exit_of(&game.judge), 43);
    cr_expect_str_eq(game.said, "seen");
}

Test(relay, what_was_said_before_the_end_is_heard_to_the_end)
{
    talk(counts_slowly, says_much_and_leaves);
    cr_expect_eq(exit_of(&game.program), 0);
    cr_expect_eq(exit_of(&game.judge), 42);
}

Test(relay, a_broken_pipe_is_restored_to_what_it_was)
{
    struct sigaction before;
    signal(SIGPIPE, SIG_DFL);
    talk(fails_at_once, rejects_at_once);
    sigaction(SIGPIPE, NULL, &before);
    cr_expect(before.sa_handler == SIG_DFL);
}
