/* test_locate.c - what a user may name, and how its secrets are kept. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/intake/locate.h"
#include "tests/support/intake_repo.h"

static struct arena arena;
static struct location at;
static struct err err;

Test(locate, masks_credentials)
{
    static const struct {
        const char *named, *origin, *secret;
    } rows[] = {
        { "https://tok@host/x.git", "https://***@host/x.git", "tok" },
        { "https://u:p@host/x", "https://***@host/x", "u:p" },
        { "https://u:p@ss@host/x", "https://***@host/x", "u:p@ss" },
        { "HTTPS://u:p@host", "HTTPS://***@host", "u:p" },
        { "https://host/a@b", "https://host/a@b", "" },
        { "https://host/x?private_token=1", "https://host/x?***", "" },
        { "https://host?t=u@v", "https://host?***", "" },
        { "ssh://git@host/x", "ssh://git@host/x", "" },
        { "ssh://git:pw@host/x", "ssh://***@host/x", "git:pw" },
        { "git@host:a/b.git", "git@host:a/b.git", "" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        cr_assert(locate(rows[i].named, &arena, &at, &err), "%s: %s", rows[i].named, err.text);
        cr_expect_str_eq(at.origin, rows[i].origin);
        cr_expect_str_eq(at.secret, rows[i].secret);
        cr_expect_str_eq(at.url, rows[i].named);
        cr_expect(at.git_folder == NULL);
    }
    arena_release(&arena);
}

Test(locate, knows_ssh)
{
    static const char *const ssh[] = { "ssh://h/x", "git+ssh://h/x", "me@h:x" };
    for (size_t i = 0; i < COUNT_OF(ssh); i++)
        cr_expect(locate(ssh[i], &arena, &at, &err) && at.is_ssh, "%s", ssh[i]);
    cr_expect(locate("git://h/x", &arena, &at, &err) && !at.is_ssh);
    arena_release(&arena);
}

Test(locate, refuses_other_addresses)
{
    static const char *const rows[][2] = {
        { "ftp://h/x", "'ftp://' are not understood" },
        { "ext::sh -c id", "no such file or folder" },
        { "host:path", "no such file or folder" },
        { "file://host/path", "not an address of a file" },
        { "file:///a%0", "not an address of a file" },
        { "file:///a%00b", "not an address of a file" },
        { "https://h/a b", "with a space" },
        { "https://h/a\nb", "control character" },
        { "", "no such file or folder" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        cr_expect(!locate(rows[i][0], &arena, &at, &err) && err.kind == ERR_INPUT);
        cr_expect(strstr(err.text, rows[i][1]) != NULL, "%s: %s", rows[i][0], err.text);
    }
    arena_release(&arena);
}

static void expect_found(const char *where, const char *git_folder, const char *common_folder)
{
    cr_assert(locate(where, &arena, &at, &err), "%s: %s", where, err.text);
    cr_assert_str_eq(at.git_folder, git_folder);
    cr_assert_str_eq(at.common_folder, common_folder);
}

Test(locate, finds_what_git_made)
{
    struct intake_repo r;
    intake_repo_begin(&r);
    const char *real = intake_sh(&r, "pwd -P; git commit -q --allow-empty -m 1 >&2; "
                                     "git worktree add -q ../w 2>/dev/null; mkdir '../s p'; "
                                     "git clone -q --bare . ../b.git; ln -s r ../link");
    const char *git = arena_printf(&arena, "%s/.git", real);
    expect_found(r.path, git, git);
    expect_found(git, git, git);
    expect_found(arena_printf(&arena, "%s/link", r.folder), git, git);
    expect_found(arena_printf(&arena, "%s/w", r.folder),
                 arena_printf(&arena, "%s/worktrees/w", git), git);
    expect_found(arena_printf(&arena, "%s/w/.git", r.folder),
                 arena_printf(&arena, "%s/worktrees/w", git), git);
    const char *bare = intake_sh(&r, "cd ../b.git; pwd -P");
    expect_found(bare, bare, bare);
    expect_found(arena_printf(&arena, "file://%s", bare), bare, bare);
    const char *spaced = intake_sh(&r, "cp -r ../b.git '../s p/b'; cd '../s p/b'; pwd -P");
    expect_found(arena_printf(&arena, "file://localhost%s/../s%%20p/%%62", bare), spaced, spaced);
    arena_release(&arena);
    intake_repo_end(&r);
}

static void expect_refused(const char *where, const char *part)
{
    cr_assert(!locate(where, &arena, &at, &err), "%s", where);
    cr_assert(err.kind == ERR_INPUT);
    cr_assert(strstr(err.text, part) != NULL, "no '%s' in: %s", part, err.text);
}

Test(locate, names_what_is_wrong_with_a_folder)
{
    struct intake_repo r;
    intake_repo_begin(&r);
    intake_sh(&r, "cd ..; mkdir plain r/sub headless headless/objects headless/refs table; "
                  "touch file; git init -q --bare reftab; mkdir reftab/reftable");
    expect_refused(arena_printf(&arena, "%s/none", r.folder), "no such file or folder");
    expect_refused(arena_printf(&arena, "%s/plain", r.folder), "not a Git repository");
    expect_refused(arena_printf(&arena, "%s/r/sub", r.folder), "name the top folder");
    expect_refused(arena_printf(&arena, "%s/file", r.folder), "not a Git repository but a file");
    expect_refused(arena_printf(&arena, "%s/headless", r.folder), "without HEAD");
    expect_refused(arena_printf(&arena, "%s/reftab", r.folder), "reftable");
    arena_release(&arena);
    intake_repo_end(&r);
}

Test(locate, reads_pointers_strictly)
{
    static const char *const bad[][2] = {
        { "", "not the one line" },
        { "gitdir: \n", "not the one line" },
        { "gitdir: ../r/.git\nmore\n", "not the one line" },
        { "gitdir ../r/.git\n", "not the one line" },
        { "gitdir: ../none\n", "No such file" },
        { "gitdir: ../plain\n", "not a Git repository" },
    };
    struct intake_repo r;
    intake_repo_begin(&r);
    intake_sh(&r, "mkdir ../plain ../w");
    const char *where = arena_printf(&arena, "%s/w", r.folder);
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        intake_sh(&r, "printf '%s' > ../w/.git", bad[i][0]);
        expect_refused(where, bad[i][1]);
    }
    intake_sh(&r, "head -c 100000 /dev/zero > ../w/.git");
    expect_refused(where, "larger than");
    intake_sh(&r, "rm ../w/.git; mkfifo ../w/.git");
    expect_refused(where, "not a regular file");
    intake_sh(&r, "rm ../w/.git; printf 'gitdir: ../r/.git' > ../w/.git");
    cr_assert(locate(where, &arena, &at, &err));
    arena_release(&arena);
    intake_repo_end(&r);
}
