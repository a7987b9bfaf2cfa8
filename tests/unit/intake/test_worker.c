/* test_worker.c - the reader answers every command line with frames, and writes nowhere else. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/intake/decode.h"
#include "grader/intake/worker.h"
#include "tests/support/intake_plain_runner.h"
#include "tests/support/intake_repo.h"
#include "tests/support/intake_server.h"

static struct arena arena;
static struct err err;

/* What the reader says to these options, decoded. */
static bool ask(const char *const *argv, struct snapshot *out)
{
    static const char *const problems[] = { "lrucache" };
    static const char *const roots[] = { "" };
    const struct intake_request request = {
        .problem_ids = problems, .problem_count = 1, .roots = roots, .root_count = 1
    };
    const struct run_program program = { .name = "reader",
                                         .profile = RUN_TOOL,
                                         .executable = -1,
                                         .limits = { 5000000, 20000000, 1 << 30, 1 << 26, 1 } };
    const struct run_request run = { .argv = argv, .input = -1 };
    struct intake_plain_runner plain;
    struct run_outcome outcome = { 0 };
    intake_plain_runner_init(&plain, intake_worker_main);
    cr_assert(runner_once(&plain.runner, &program, &run, &outcome, &err));
    cr_assert_eq(outcome.exit_code, 0, "%s", outcome.cause);
    cr_assert_eq(outcome.errors.length, 0);
    bool good = decode_answer(outcome.output, &request, &arena, out, &err);
    run_outcome_release(&outcome);
    return good;
}

static void expect_error(const char *const *argv, enum err_kind kind, const char *part)
{
    struct snapshot snapshot;
    cr_assert(!ask(argv, &snapshot));
    cr_expect(err.kind == kind && strstr(err.text, part), "%d: %s", (int)err.kind, err.text);
}

Test(worker, needs_one_place)
{
    expect_error((const char *[]){ "g", "--intake-worker", NULL }, ERR_FAULT, "one place");
    expect_error((const char *[]){ "g", "--intake-worker", "--local", "/a", "--remote", "git://b",
                                   "--into", "c", NULL },
                 ERR_FAULT, "one place");
    expect_error((const char *[]){ "g", "--intake-worker", "--remote", "git://b", NULL }, ERR_FAULT,
                 "one place");
}

Test(worker, refuses_options_it_does_not_know)
{
    expect_error((const char *[]){ "g", "--intake-worker", "--what", "x", NULL }, ERR_FAULT,
                 "'--what'");
    expect_error((const char *[]){ "g", "--intake-worker", "--local", NULL }, ERR_FAULT,
                 "'--local'");
}

Test(worker, is_right_by_itself_about_places_that_are_none)
{
    struct intake_repo r;
    intake_repo_begin(&r);
    intake_sh(&r, "mkdir ../plain; touch ../file");
    static const char *const names[] = { "none", "plain", "file", "r" };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const char *path = arena_printf(&arena, "%s/%s", r.folder, names[i]);
        expect_error((const char *[]){ "g", "--intake-worker", "--local", path, NULL }, ERR_INPUT,
                     "not a Git repository");
    }
    arena_release(&arena);
    intake_repo_end(&r);
}

Test(worker, reads_what_the_options_say)
{
    struct intake_repo r;
    struct snapshot snapshot;
    intake_repo_begin(&r);
    intake_sh(&r, "mkdir lrucache; echo >lrucache/a.c; git add -A; git commit -q -m 'one\n\nmore'");
    const char *git = arena_printf(&arena, "%s/.git", r.path);
    cr_assert(ask((const char *[]){ "g", "--intake-worker", "--local", git, "--problem", "lrucache",
                                    "--root", "", "--revision", "main", NULL },
                  &snapshot),
              "%s", err.text);
    cr_expect_eq(snapshot.submission_count, 1);
    cr_expect_str_eq(snapshot.subject, "one");
    arena_release(&arena);
    intake_repo_end(&r);
}

/* In this process, whose end the leak checker sees. */
static void run_here(const char *local, const char *revision)
{
    char *argv[] = { "g",          "--intake-worker",
                     "--local",    (char *)local,
                     "--revision", (char *)revision,
                     "--problem",  "lrucache",
                     "--root",     "",
                     NULL };
    cr_expect_eq(intake_worker_main((int)COUNT_OF(argv) - 1, argv), 0);
}

Test(worker, gives_back_all_it_took)
{
    struct intake_repo r;
    intake_repo_begin(&r);
    intake_sh(&r, "mkdir -p lrucache/a/b; echo >lrucache/a/b/c.c; git add -A; git commit -q -m 1\n"
                  "git tag -a -m t v1");
    const char *git = arena_printf(&arena, "%s/.git", r.path);
    cr_assert(freopen("/dev/null", "w", stdout) != NULL);
    run_here(git, "HEAD~0");
    run_here(git, "v1");
    run_here(git, "HEAD~1");
    run_here(git, "unknown");
    run_here(r.path, "HEAD");
    intake_sh(&r, "rm -f $(git rev-parse HEAD:lrucache/a/b/c.c | sed 's|^..|.git/objects/&/|')");
    run_here(git, "HEAD");
    arena_release(&arena);
    intake_repo_end(&r);
}

Test(worker, fetches_and_gives_back_all_it_took)
{
    struct intake_repo r;
    struct intake_server server;
    intake_repo_begin(&r);
    intake_sh(&r, "git commit -q --allow-empty -m 1");
    intake_daemon_start(&server, r.folder);
    static const char *const names[] = { "r", "none" };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        char *url = arena_printf(&arena, "git://127.0.0.1:%u/%s", server.port, names[i]);
        char *into = arena_printf(&arena, "%s/into%zu", r.folder, i);
        char *argv[] = { "g", "--intake-worker", "--remote", url, "--into", into, NULL };
        SCOPED_FD kept = dup(STDOUT_FILENO);
        cr_assert(freopen("/dev/null", "w", stdout) != NULL);
        cr_expect_eq(intake_worker_main(6, argv), 0);
        cr_assert(dup2(kept, STDOUT_FILENO) >= 0);
    }
    intake_server_stop(&server);
    arena_release(&arena);
    intake_repo_end(&r);
}

Test(worker, says_when_nobody_listens)
{
    struct intake_repo r;
    intake_repo_begin(&r);
    cr_assert(freopen("/dev/full", "w", stdout) != NULL);
    char *argv[] = { "g", "--intake-worker", "--local", r.path, NULL };
    cr_expect_eq(intake_worker_main(4, argv), 3);
    intake_repo_end(&r);
}
