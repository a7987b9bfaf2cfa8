/* test_intake.c - the trusted side: how it starts the reader, what it makes of each end. */
#include <criterion/criterion.h>
#include <string.h>

#include <stdlib.h>

#include "grader/base/mem.h"
#include "tests/support/fake_runner.h"
#include "tests/support/intake_repo.h"

static struct intake_repo r;
static struct fake_runner fake; /* large: its queue is inside */
static struct snapshot snapshot;
static struct err err;

static void begin(void)
{
    intake_repo_begin(&r);
    fake_runner_init(&fake);
}

static void end(void)
{
    fake_runner_release(&fake);
    intake_repo_end(&r);
}

TestSuite(intake, .init = begin, .fini = end);

static bool read_by_fake(const char *where)
{
    static const char *const problems[] = { "lrucache" };
    static const char *const roots[] = { "", "solutions" };
    const struct intake_request request = { .where = where,
                                            .revision = "rev",
                                            .executable = "/opt/grader",
                                            .problem_ids = problems,
                                            .problem_count = 1,
                                            .roots = roots,
                                            .root_count = 2 };
    return intake_read(&fake.runner, &request, &r.arena, &snapshot, &err);
}

static void expect_error(const char *where, enum err_kind kind, const char *part)
{
    cr_assert(!read_by_fake(where));
    cr_expect(err.kind == kind && strstr(err.text, part), "%d: %s", (int)err.kind, err.text);
    cr_expect(strstr(err.text, "cannot read the repository '") == err.text, "%s", err.text);
}

/* The description of the program as the runner got it. */
static struct {
    const char *readable;
    bool network;
} seen;

static bool look(void *ctx, const struct run_program *program, const struct run_request *request,
                 struct run_outcome *out, struct err *why)
{
    (void)ctx;
    (void)request;
    (void)why;
    seen.readable = "";
    for (size_t i = 0; program->readable[i]; i++)
        seen.readable = arena_printf(&r.arena, "%s%s;", seen.readable, program->readable[i]);
    seen.network = program->network;
    fake_outcome_text(out, "", "");
    return true;
}

Test(intake, lets_the_reader_see_nothing_but_the_repository)
{
    const char *real = intake_sh(&r, "git commit -q --allow-empty -m 1\n"
                                     "git worktree add -q ../w 2>/dev/null; pwd -P");
    fake.on_run = look;
    cr_assert(!read_by_fake(r.path));
    cr_expect_str_eq(seen.readable, arena_printf(&r.arena, "/opt/grader;%s/.git;", real));
    cr_expect(!seen.network);
    cr_expect_str_eq(fake_record_line(&fake, 0),
                     arena_printf(&r.arena,
                                  "/opt/grader --intake-worker --local %s/.git --revision rev "
                                  "--root  --root solutions --problem lrucache",
                                  real));
    cr_expect_eq(fake.records[0].profile, RUN_TOOL);
#ifndef __SANITIZE_ADDRESS__ /* whose shadow memory needs another limit (intake.c) */
    cr_expect_eq(fake.records[0].limits.memory_bytes, 1 << 30);
#endif
    cr_assert(!read_by_fake(arena_printf(&r.arena, "%s/w", r.folder)));
    cr_expect_str_eq(
        seen.readable,
        arena_printf(&r.arena, "/opt/grader;%s/.git/worktrees/w;%s/.git;", real, real));
}

Test(intake, gives_network_to_remotes_and_keys_to_ssh_only)
{
    intake_sh(&r, "mkdir ../.ssh; touch ../agent");
    const char *agent = arena_printf(&r.arena, "%s/agent", r.folder);
    cr_assert(setenv("HOME", r.folder, 1) == 0 && setenv("SSH_AUTH_SOCK", agent, 1) == 0);
    fake.on_run = look;
    cr_assert(!read_by_fake("https://host/x"));
    cr_expect(seen.network);
    cr_expect(strstr(seen.readable, "/etc/hosts;") != NULL, "%s", seen.readable);
    cr_expect(strstr(seen.readable, ".ssh") == NULL && strstr(seen.readable, "agent") == NULL);
    cr_assert(!read_by_fake("git@host:x"));
    cr_expect(strstr(seen.readable, "/.ssh;") && strstr(seen.readable, "/agent;"));
    cr_expect(
        strstr(fake_record_line(&fake, 1), "--remote git@host:x --into fetched.git --ssh-home"));
}

Test(intake, starts_no_reader_for_what_is_no_repository)
{
    intake_sh(&r, "mkdir ../plain");
    expect_error(arena_printf(&r.arena, "%s/plain", r.folder), ERR_INPUT, "not a Git repository");
    expect_error("/nonexistent/x", ERR_INPUT, "'/nonexistent/x': no such file or folder");
    cr_expect_eq(fake.calls, 0);
}

Test(intake, a_reader_that_ends_badly_is_an_error)
{
    static const struct {
        enum verdict verdict;
        enum err_kind kind;
        const char *part;
    } rows[] = {
        { VERDICT_TIME_LIMIT, ERR_INPUT, "more than 20 s of CPU" },
        { VERDICT_MEMORY_LIMIT, ERR_INPUT, "MiB of memory" },
        { VERDICT_OUTPUT_LIMIT, ERR_INPUT, "smaller repository" },
        { VERDICT_RUN_ERROR, ERR_FAULT, "the repository reader failed: why" },
        { VERDICT_FORBIDDEN_CALL, ERR_FAULT, "the repository reader failed: why" },
        { VERDICT_ACCEPTED, ERR_FAULT, "no sensible answer" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        fake_runner_push(&fake, rows[i].verdict, "why", "half an answer", "");
        expect_error(r.path, rows[i].kind, rows[i].part);
    }
}

static bool run_out_of_memory(void *ctx, const struct run_program *program,
                              const struct run_request *request, struct run_outcome *out,
                              struct err *why)
{
    (void)ctx;
    (void)program;
    (void)request;
    (void)why;
    fake_outcome_exit(out, MEM_EXIT_CODE, "", "");
    return true;
}

Test(intake, a_reader_out_of_memory_is_the_repositorys_doing)
{
    fake.on_run = run_out_of_memory;
    expect_error(r.path, ERR_INPUT, "out of memory");
}

Test(intake, a_box_that_will_not_start_is_a_fault)
{
    fake.fail_at = 1;
    expect_error(r.path, ERR_FAULT, "");
    fake.fail_at = fake.calls + 2;
    expect_error(r.path, ERR_FAULT, "");
    cr_expect_eq(fake.live, 0);
}

Test(intake, hides_credentials_wherever_they_turn_up)
{
    fake_runner_push(&fake, VERDICT_RUN_ERROR, "u:pw at u:pw of u:p", "", "");
    expect_error("https://u:pw@host/x", ERR_FAULT, "'https://***@host/x'");
    cr_expect(strstr(err.text, "*** at *** of u:p") && !strstr(err.text, "u:pw"), "%s", err.text);
}

Test(intake, tells_who_what_and_when)
{
    intake_sh(&r, "git commit -q --allow-empty -m '\n\nFirst line\nsecond'");
    cr_assert(intake_repo_read(&r), "%s", r.err.text);
    cr_expect_str_eq(r.snapshot.origin, r.path);
    cr_expect_str_eq(r.snapshot.author, "Ann Example");
    cr_expect_str_eq(r.snapshot.email, "ann@example.org");
    cr_expect_str_eq(r.snapshot.subject, "First line");
    cr_expect_eq(r.snapshot.when_s, 1700000000);
    cr_expect_str_eq(r.snapshot.commit, intake_sh(&r, "git rev-parse HEAD"));
}

Test(intake, reads_bare_repositories_worktrees_and_links)
{
    intake_sh(&r, "mkdir lrucache; echo >lrucache/a.c; git add -A; git commit -q -m 1\n"
                  "git clone -q --bare . ../b.git; ln -s b.git ../link\n"
                  "git worktree add -q ../w 2>/dev/null; cd ../w; echo >lrucache/b.c; git add -A\n"
                  "git commit -q -m 2; git clone -q --separate-git-dir=../sep ../r ../split\n"
                  "git clone -q ../r \"../it's odd\"");
    static const char *const rows[][2] = {
        { "b.git", "lrucache: a.c" },   { "link", "lrucache: a.c" },
        { "w", "lrucache: a.c b.c" },   { "w/.git", "lrucache: a.c b.c" },
        { "split", "lrucache: a.c" },   { "r/.git", "lrucache: a.c" },
        { "it's odd", "lrucache: a.c" }
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const char *where = arena_printf(&r.arena, "%s/%s", r.folder, rows[i][0]);
        cr_assert(intake_repo_read_at(&r, where, NULL), "%s: %s", where, r.err.text);
        cr_expect_str_eq(intake_repo_kept(&r), rows[i][1], "%s", where);
    }
}

Test(intake, names_the_branch_of_a_worktree)
{
    intake_sh(&r, "git commit -q --allow-empty -m 1; git worktree add -q ../w 2>/dev/null");
    cr_assert(intake_repo_read_at(&r, arena_printf(&r.arena, "%s/w", r.folder), NULL));
    cr_expect_str_eq(r.snapshot.revision, "w");
}

Test(intake, odd_authors_are_raw_bytes_within_the_ceiling)
{
    intake_sh(&r,
              "t=$(git mktree </dev/null); n=$(head -c 5000 /dev/zero | tr '\\0' n)\n"
              "c=$(printf 'tree %%s\nauthor %%s\xff <x> 5 +0000\ncommitter C <c> 6 +0000\n\n%%s\n' "
              "$t $n $n | git hash-object -t commit --literally -w --stdin)\n"
              "git update-ref refs/heads/main $c");
    cr_assert(intake_repo_read(&r), "%s", r.err.text);
    cr_expect_eq(strlen(r.snapshot.author), 300);
    cr_expect_eq(strlen(r.snapshot.subject), 300);
    cr_expect_eq(r.snapshot.when_s, 5);
}
