/* test_fetch.c - remote repositories: a real git daemon, and servers that are not. */
#include <criterion/criterion.h>
#include <string.h>

#include "tests/support/intake_repo.h"
#include "tests/support/intake_server.h"

static struct intake_repo r;
static struct intake_server server;

static void begin(void)
{
    intake_repo_begin(&r);
    intake_sh(&r, "mkdir lrucache; echo 'int x;' >lrucache/a.c; git add -A; git commit -q -m one\n"
                  "git tag -a -m t v1; git checkout -q -b side; echo 'int y;' >lrucache/b.c\n"
                  "git add -A; git commit -q -m two; git commit -q --allow-empty -m three\n"
                  "git checkout -q main");
}

static void end(void)
{
    if (server.pid > 0)
        intake_server_stop(&server);
    intake_repo_end(&r);
}

TestSuite(fetch, .init = begin, .fini = end);

static const char *address(const char *name)
{
    return arena_printf(&r.arena, "git://127.0.0.1:%u/%s", server.port, name);
}

static const char *http_address(void)
{
    return arena_printf(&r.arena, "http://tok:secretword@127.0.0.1:%u/x.git", server.port);
}

static void expect_state(const char *asked, const char *of_git, const char *name, const char *kept)
{
    cr_assert(intake_repo_read_at(&r, address("r"), asked), "%s: %s", asked ? asked : "HEAD",
              r.err.text);
    cr_expect_str_eq(r.snapshot.commit, intake_sh(&r, "git rev-parse '%s^{commit}'", of_git));
    cr_expect_str_eq(r.snapshot.revision, name);
    cr_expect_str_eq(intake_repo_kept(&r), kept);
}

Test(fetch, reads_from_a_daemon_what_git_says)
{
    intake_daemon_start(&server, r.folder);
    expect_state(NULL, "main", "main", "lrucache: a.c");
    expect_state("HEAD", "main", "HEAD", "lrucache: a.c");
    expect_state("side", "side", "side", "lrucache: a.c b.c");
    expect_state("v1", "v1", "v1", "lrucache: a.c");
    expect_state("refs/heads/side", "side", "refs/heads/side", "lrucache: a.c b.c");
    expect_state("side~2", "main", "side~2", "lrucache: a.c");
    cr_expect_str_eq(r.snapshot.origin, address("r"));
    cr_expect_str_eq(r.snapshot.author, "Ann Example");
}

Test(fetch, finds_commits_by_id_in_any_branch)
{
    intake_daemon_start(&server, r.folder);
    const char *hex = intake_sh(&r, "git rev-parse side~1");
    expect_state(hex, "side~1", hex, "lrucache: a.c b.c");
    const char *cut = arena_memdup(&r.arena, hex, 8);
    expect_state(cut, "side~1", cut, "lrucache: a.c b.c");
    intake_repo_fails(&r, address("r"), "0123456789", ERR_INPUT, "no commit of that id", NULL);
}

Test(fetch, says_which_names_there_are)
{
    intake_daemon_start(&server, r.folder);
    intake_repo_fails(&r, address("r"), "sied", ERR_INPUT, "no branch, tag or commit 'sied'",
                      "did you mean 'side'", NULL);
    intake_sh(&r, "git symbolic-ref HEAD refs/heads/none");
    intake_repo_fails(&r, address("r"), NULL, ERR_INPUT, "HEAD points nowhere", "'main', 'side'",
                      NULL);
    intake_sh(&r, "git init -q --bare ../empty");
    intake_repo_fails(&r, address("empty"), NULL, ERR_INPUT, "an empty repository", NULL);
}

Test(fetch, names_the_branch_of_a_detached_head_head)
{
    intake_daemon_start(&server, r.folder);
    intake_sh(&r, "git checkout -q --detach side~1");
    expect_state(NULL, "side~1", "HEAD", "lrucache: a.c b.c");
}

Test(fetch, says_that_a_repository_is_unknown)
{
    intake_daemon_start(&server, r.folder);
    intake_repo_fails(&r, address("none"), NULL, ERR_INPUT, "no such repository", NULL);
}

Test(fetch, says_that_a_host_is_out_of_reach)
{
    server.port = intake_free_port();
    intake_repo_fails(&r, address("r"), NULL, ERR_INPUT, "cannot be reached", NULL);
    intake_repo_fails(&r, "git://nowhere.invalid/r", NULL, ERR_INPUT, "cannot be reached", NULL);
    intake_repo_fails(&r, arena_printf(&r.arena, "git@127.0.0.1:x/y.git"), NULL, ERR_INPUT,
                      "cannot read the repository 'git@127.0.0.1:x/y.git'", NULL);
}

Test(fetch, stops_when_too_much_comes)
{
    intake_daemon_start(&server, r.folder);
    intake_sh(&r,
              "git config core.compression 0; git config pack.compression 0\n"
              "head -c 60000000 /dev/urandom >lrucache/big.bin; git add -A; git commit -q -m big");
    intake_repo_fails(&r, address("r"), NULL, ERR_INPUT, "more than 56 MiB", NULL);
}

Test(fetch, says_that_a_web_server_has_no_such_repository)
{
    intake_reply_start(&server, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    intake_repo_fails(&r, http_address(), NULL, ERR_INPUT, "no such repository",
                      "http://***@127.0.0.1", NULL);
    cr_expect(strstr(r.err.text, "secretword") == NULL, "%s", r.err.text);
}

Test(fetch, says_that_a_web_server_wants_credentials)
{
    intake_reply_start(
        &server,
        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nConnection: close\r\n"
        "Content-Length: 0\r\n\r\n");
    intake_repo_fails(&r, http_address(), NULL, ERR_INPUT, "wants authentication", NULL);
    cr_expect(strstr(r.err.text, "secretword") == NULL, "%s", r.err.text);
}

Test(fetch, bears_servers_that_talk_nonsense)
{
    static const char *const replies[] = {
        "",
        "ffff",
        "zzzz",
        "0000",
        "0004",
        "0008ERR ",
        "002cERR a\x1b[31m line\nwith a newline and so on\n",
        "003f1234567890123456789012345678901234567890 refs/heads/main\\0x\n0000",
        "00001234",
    };
    for (size_t i = 0; i < COUNT_OF(replies); i++) {
        intake_reply_start(&server, replies[i]);
        intake_repo_fails(&r, address("r"), NULL, ERR_INPUT, "cannot read the repository", NULL);
        cr_expect(strchr(r.err.text, '\x1b') == NULL);
        intake_server_stop(&server);
    }
    server.pid = 0;
}

Test(fetch, a_file_address_is_read_in_place)
{
    cr_assert(intake_repo_read_at(&r, arena_printf(&r.arena, "file://%s", r.path), "side"), "%s",
              r.err.text);
    cr_expect_str_eq(intake_repo_kept(&r), "lrucache: a.c b.c");
}
