/* test_revision.c - names of states, with git's own answers as the truth. */
#include <criterion/criterion.h>
#include <string.h>

#include "tests/support/intake_repo.h"

static struct intake_repo r;

static void begin(void)
{
    intake_repo_begin(&r);
}

static void end(void)
{
    intake_repo_end(&r);
}

TestSuite(revision, .init = begin, .fini = end);

/* main: 1 - 2 - 4, side: 1 - 3, then main takes side in as 5. */
static void make_history(void)
{
    intake_sh(&r,
              "c() { git commit -q --allow-empty -m \"$1\"; }\n"
              "c 1; c 2; git checkout -q -b side HEAD~1; c 3; git checkout -q main; c 4\n"
              "git merge -q --no-ff -m 5 side\n"
              "git tag light side; git tag -a -m x heavy main~1; git tag -a -m y nested heavy\n"
              "git update-ref refs/remotes/origin/far side\n"
              "git update-ref refs/remotes/up/main side; git pack-refs --all; git branch new 2>&-");
}

static void expect_commit(const char *asked, const char *of_git)
{
    cr_assert(intake_repo_read_at(&r, r.path, asked), "%s: %s", asked, r.err.text);
    const char *hex = intake_sh(&r, "git rev-parse '%s^{commit}'", of_git);
    cr_expect_str_eq(r.snapshot.commit, hex, "%s", asked);
    cr_expect_str_eq(r.snapshot.revision, asked);
}

Test(revision, names_lead_where_git_says)
{
    make_history();
    static const char *const same[] = { "main",
                                        "side",
                                        "new",
                                        "light",
                                        "heavy",
                                        "nested",
                                        "refs/heads/side",
                                        "refs/tags/heavy",
                                        "up/main",
                                        "origin/far",
                                        "HEAD",
                                        "@",
                                        "HEAD~1",
                                        "HEAD~",
                                        "HEAD^",
                                        "HEAD^2",
                                        "HEAD^2~1",
                                        "main~2",
                                        "heavy~1",
                                        "HEAD^0",
                                        "HEAD^^",
                                        "HEAD~0" };
    for (size_t i = 0; i < COUNT_OF(same); i++)
        expect_commit(same[i], same[i]);
    expect_commit("far", "origin/far");
}

Test(revision, commits_go_by_id_and_abbreviation)
{
    make_history();
    const char *hex = intake_sh(&r, "git rev-parse main~2");
    expect_commit(hex, "main~2");
    expect_commit(arena_memdup(&r.arena, hex, 10), "main~2");
    expect_commit(arena_printf(&r.arena, "%.12s~1", hex), "main~3");
    char *upper = arena_strdup(&r.arena, hex);
    for (char *c = upper; *c; c++)
        *c = (char)(*c >= 'a' ? *c - 32 : *c);
    expect_commit(upper, "main~2");
    const char *tag = intake_sh(&r, "git rev-parse heavy");
    expect_commit(tag, "heavy");
}

Test(revision, a_tag_comes_before_a_branch_and_a_full_id_before_both)
{
    make_history();
    const char *hex = intake_sh(&r, "git tag side main; git rev-parse main");
    expect_commit("side", "refs/tags/side");
    intake_sh(&r, "git update-ref refs/heads/%s side", hex);
    expect_commit(hex, "main");
}

Test(revision, by_default_is_heads_branch)
{
    make_history();
    cr_assert(intake_repo_read(&r));
    cr_expect_str_eq(r.snapshot.revision, "main");
    cr_assert(intake_repo_read_at(&r, r.path, ""));
    cr_expect_str_eq(r.snapshot.revision, "main");
    intake_sh(&r, "git checkout -q --detach side");
    cr_assert(intake_repo_read(&r));
    cr_expect_str_eq(r.snapshot.revision, "HEAD");
    cr_expect_str_eq(r.snapshot.commit, intake_sh(&r, "git rev-parse side"));
}

Test(revision, unknown_ones_get_suggestions)
{
    make_history();
    intake_repo_fails(&r, r.path, "mian", ERR_INPUT, "no branch, tag or commit 'mian'",
                      "did you mean 'main'", NULL);
    intake_repo_fails(&r, r.path, "zzzzzz", ERR_INPUT, "there are: 'main', 'new', 'side'", NULL);
    intake_repo_fails(&r, r.path, "deadbeef", ERR_INPUT, "no branch, tag or commit 'deadbeef'",
                      NULL);
    intake_repo_fails(&r, r.path, "1234567890123456789012345678901234567890", ERR_INPUT,
                      "no branch, tag or commit", NULL);
    intake_repo_fails(&r, r.path, "../../etc/passwd", ERR_INPUT, "no branch, tag or commit", NULL);
    intake_repo_fails(&r, r.path, "--help", ERR_INPUT, "no branch, tag or commit '--help'", NULL);
    intake_repo_fails(&r, r.path, "a\nb\x1b[31m", ERR_INPUT, "'a?b?[31m'", NULL);
}

Test(revision, odd_suffixes_are_errors)
{
    make_history();
    intake_repo_fails(&r, r.path, "main~9", ERR_INPUT, "does not reach back that far", NULL);
    intake_repo_fails(&r, r.path, "main^3", ERR_INPUT, "does not reach back that far", NULL);
    intake_repo_fails(&r, r.path, "main^{tree}", ERR_INPUT, "cannot understand '^{tree}'", NULL);
    intake_repo_fails(&r, r.path, "main~99999999999999999999", ERR_INPUT, "cannot understand",
                      NULL);
    intake_repo_fails(&r, r.path, "main~10000~1", ERR_INPUT, "does not reach back", NULL);
}

Test(revision, what_is_no_commit_is_an_error)
{
    make_history();
    intake_sh(
        &r, "b=$(echo x | git hash-object -w --stdin); git tag blob $b; git tag tree main^{tree}");
    intake_repo_fails(&r, r.path, "blob", ERR_INPUT, "'blob' is a blob where a commit is expected",
                      NULL);
    intake_repo_fails(&r, r.path, "tree", ERR_INPUT, "'tree' is a tree where a commit is expected",
                      NULL);
}

Test(revision, a_long_chain_of_tags_is_an_error)
{
    intake_sh(&r, "git commit -q --allow-empty -m 1; git tag -a -m x t0 main\n"
                  "for i in $(seq 9); do git tag -a -m x t$i t$((i-1)); done");
    expect_commit("t7", "t7");
    intake_repo_fails(&r, r.path, "t8", ERR_INPUT, "a tag of a tag", NULL);
}

Test(revision, an_ambiguous_abbreviation_wants_more_digits)
{
    /* 4 digits: among 1,200 objects two share them with probability 1 - exp(-1200^2 / 2 / 65536).
     */
    intake_sh(&r, "git commit -q --allow-empty -m 1\n"
                  "(for i in $(seq 1200); do printf 'blob\ndata <<E\n%%s\nE\n' $i; done) | "
                  "git fast-import --quiet");
    const char *prefix =
        intake_sh(&r, "git cat-file --batch-all-objects --batch-check | cut -c1-4 | "
                      "sort | uniq -d | head -1");
    cr_assert_eq(strlen(prefix), 4);
    intake_repo_fails(&r, r.path, prefix, ERR_INPUT, "fits more than one object", NULL);
}

Test(revision, an_empty_repository_says_so)
{
    intake_repo_fails(&r, r.path, NULL, ERR_INPUT, "an empty repository: it has no commit yet",
                      NULL);
    intake_repo_fails(&r, r.path, "main", ERR_INPUT, "an empty repository", NULL);
    intake_sh(&r, "git init -q --bare ../b");
    intake_repo_fails(&r, arena_printf(&r.arena, "%s/b", r.folder), NULL, ERR_INPUT,
                      "an empty repository", NULL);
}

Test(revision, a_head_that_points_nowhere_names_the_branches)
{
    intake_sh(&r,
              "git commit -q --allow-empty -m 1; for i in 1 2 3 4 5 6; do git branch b$i; done\n"
              "git clone -q --bare . ../b; git -C ../b symbolic-ref HEAD refs/heads/none");
    const char *bare = arena_printf(&r.arena, "%s/b", r.folder);
    intake_repo_fails(&r, bare, NULL, ERR_INPUT, "HEAD points to 'refs/heads/none'",
                      "'b1', 'b2', 'b3', 'b4', 'b5' and 2 more", "--rev", NULL);
    cr_assert(intake_repo_read_at(&r, bare, "b3"), "%s", r.err.text);
}

Test(revision, hostile_references_are_errors_or_nothing)
{
    intake_sh(
        &r, "git commit -q --allow-empty -m 1; echo 'ref: refs/heads/loop' >.git/refs/heads/loop\n"
            "echo junk >.git/refs/heads/junk; mkfifo .git/refs/heads/pipe\n"
            "ln -s /etc/passwd .git/refs/heads/link");
    intake_repo_fails(&r, r.path, "loop", ERR_INPUT, "loop", NULL);
    intake_repo_fails(&r, r.path, "junk", ERR_INPUT, "junk", NULL);
    intake_repo_fails(&r, r.path, "link", ERR_INPUT, "link", NULL);
    cr_expect(strstr(r.err.text, "root:") == NULL);
    cr_assert(intake_repo_read(&r), "%s", r.err.text);
}
