/* test_main.c - commands, their help, and where their output may go. */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "grader/base/attr.h"
#include "tests/support/e2e_run.h"

static struct e2e e2e;

static void begin(void)
{
    e2e_begin(&e2e);
}

static void end(void)
{
    e2e_end(&e2e);
}

TestSuite(main, .init = begin, .fini = end, .timeout = 120);

static const char *const commands[] = { "grade", "judge", "render", "diff", "problems" };

Test(main, each_command_has_a_help_with_options_examples_and_exit_codes)
{
    for (size_t i = 0; i < COUNT_OF(commands); i++) {
        struct e2e_result got = e2e_grader(&e2e, commands[i], "--help", NULL);
        e2e_ended(&got, 0);
        const char *usage = arena_printf(&e2e.arena, "usage: grader %s", commands[i]);
        cr_expect(strncmp(got.out, usage, strlen(usage)) == 0, "%s", got.out);
        cr_expect(e2e_has(got.out, "Examples:") && e2e_has(got.out, "Exit code:"), "%s", got.out);
        cr_expect(got.err_size == 0);
        struct e2e_result again = e2e_grader(&e2e, commands[i], "x", "--nonsense", "-h", NULL);
        e2e_ended(&again, 0);
        cr_expect_str_eq(again.out, got.out);
    }
}

Test(main, help_of_a_command_is_its_help)
{
    struct e2e_result got = e2e_grader(&e2e, "help", "grade", NULL);
    struct e2e_result same = e2e_grader(&e2e, "grade", "--help", NULL);
    e2e_ended(&got, 0);
    cr_expect_str_eq(got.out, same.out);
}

Test(main, says_which_commands_there_are)
{
    struct e2e_result got = e2e_grader(&e2e, "help", NULL);
    e2e_ended(&got, 0);
    for (size_t i = 0; i < COUNT_OF(commands); i++)
        cr_expect(e2e_has(got.out, commands[i]));
    struct e2e_result again = e2e_grader(&e2e, "--help", NULL);
    cr_expect_str_eq(again.out, got.out);
    struct e2e_result none = e2e_grader(&e2e, NULL);
    e2e_ended(&none, 2);
    cr_expect_str_eq(none.err, got.out);
    cr_expect(none.out_size == 0);
    got = e2e_grader(&e2e, "--version", NULL);
    e2e_ended(&got, 0);
    cr_expect(strncmp(got.out, "grader ", 7) == 0);
}

Test(main, suggests_the_command_or_the_option_that_was_meant)
{
    static const struct {
        const char *words[4], *parts[2];
    } cases[] = {
        { { "grdae" }, { "unknown command 'grdae'", "did you mean 'grade'?" } },
        { { "zzzzzzzz" }, { "unknown command 'zzzzzzzz'", "--help" } },
        { { "" }, { "unknown command ''", NULL } },
        { { "a\033[31m\nb" }, { "unknown command", "b'" } },
        { { "grade", "repo", "--fromat=json" }, { "'--fromat'", "did you mean '--format'?" } },
        { { "judge", "p", "s", "--jason" }, { "'--jason'", "did you mean '--json'?" } },
        { { "grade", "repo", "--rev" }, { "'--rev'", "needs a value" } },
        { { "grade", "repo", "--jobs=0" }, { "'--jobs'", "'0'" } },
        { { "grade", "repo", "--jobs=-1" }, { "'--jobs'", "'-1'" } },
        { { "grade", "repo", "--jobs=2x" }, { "'--jobs'", "'2x'" } },
        { { "problems", "--json" }, { "'--json'", NULL } },
        { { "help", "grdae" }, { "did you mean 'grade'?", NULL } },
        { { "grade", "repo", "--rubric", "nosuch" }, { "no rubric 'nosuch'", "default" } },
        { { "judge" }, { "a package and at least one source", NULL } },
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const char *const *w = cases[i].words;
        struct e2e_result got = e2e_grader(&e2e, w[0], w[1], w[2], w[3], NULL);
        e2e_refused(&got, 2, cases[i].parts[0], cases[i].parts[1], NULL);
    }
}

Test(main, a_full_disk_under_standard_output_is_an_error)
{
    static const char *const words[] = { "--help", "--version", "problems" };
    e2e.stdout_path = "/dev/full";
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        struct e2e_result got = e2e_grader(&e2e, words[i], NULL);
        e2e_refused(&got, 2, "cannot write to standard output", "No space left", NULL);
    }
}

static bool ignore_children(struct e2e *world)
{
    (void)world;
    return signal(SIGCHLD, SIG_IGN) != SIG_ERR;
}

/* The kernel forgets an end that is ignored; who waits for it would wait for ever. */
Test(main, whoever_ignores_the_ends_of_children_gets_his_report)
{
    e2e_put(&e2e, "repo/double/main.c", e2e_double_right);
    e2e_commit(&e2e);
    e2e.prepare = ignore_children;
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", NULL);
    e2e_ended(&got, 0);
}

static bool close_stdout(struct e2e *world)
{
    (void)world;
    return close(STDOUT_FILENO) == 0;
}

static bool close_all(struct e2e *world)
{
    (void)world;
    return close(STDIN_FILENO) == 0 && close(STDOUT_FILENO) == 0 && close(STDERR_FILENO) == 0;
}

/* A descriptor that is missing must not become that of some file of ours. */
Test(main, closed_standard_descriptors_do_no_harm)
{
    e2e_put(&e2e, "repo/double/main.c", e2e_double_right);
    e2e_commit(&e2e);
    e2e.prepare = close_stdout;
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", NULL);
    e2e_refused(&got, 2, "cannot write to standard output", NULL);
    e2e.prepare = close_all;
    got = e2e_grader(&e2e, "grade", "repo", "--out", "o", NULL);
    e2e_ended(&got, 2);
    e2e.prepare = NULL;
    got = e2e_grader(&e2e, "render", "o/report.json", "--format", "text", NULL);
    e2e_ended(&got, 0);
    cr_expect(e2e_has(got.out, "1 of 1 graded problem"), "%s", got.out);
}

Test(main, a_reader_that_hangs_up_is_an_error_and_no_signal)
{
    struct e2e_process process = e2e_start(&e2e, "problems", NULL);
    close(process.out);
    process.out = -1;
    struct e2e_result got = e2e_finish(&e2e, &process);
    e2e_refused(&got, 2, "cannot write to standard output", NULL);
}

Test(main, lists_the_bundled_problems)
{
    struct e2e_result got = e2e_grader(&e2e, "problems", NULL);
    e2e_ended(&got, 0);
    cr_expect(e2e_has(got.out, "double") && e2e_has(got.out, "greet") && e2e_has(got.out, "api") &&
                  e2e_has(got.out, "program") && e2e_has(got.out, "1.0 s") &&
                  e2e_has(got.out, "measured"),
              "%s", got.out);
    got = e2e_grader(&e2e, "problems", "user", NULL);
    e2e_ended(&got, 0);
    got = e2e_grader(&e2e, "problems", "home/problems/greet", NULL);
    e2e_ended(&got, 0);
    cr_expect(!e2e_has(got.out, "double"));
}
