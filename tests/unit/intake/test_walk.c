/* test_walk.c - what of a tree is kept, and what is left out by which name and reason. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/intake/rules.h"
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

TestSuite(walk, .init = begin, .fini = end);

static void read_it(void)
{
    cr_assert(intake_repo_read(&r), "%s", r.err.text);
}

static void commit_all(const char *script)
{
    intake_sh(&r, "%s\ngit add -A; git commit -q -m work", script);
}

static void expect_kept(const char *all)
{
    cr_expect_str_eq(intake_repo_kept(&r), all);
}

static void expect_left_out(const char *name, const char *reason)
{
    cr_expect_str_eq(intake_repo_reason(&r, name), reason, "'%s': '%s'", name,
                     intake_repo_reason(&r, name));
}

/*
 * Makes raw bytes a tree, unchecked: lines "mode name" with perl's escapes, each naming what the
 * shell variable says; then commits it as lrucache/.
 */
static void commit_raw(const char *entries)
{
    intake_sh(&r,
              "b=$(echo 'int x;' | git hash-object -w --stdin)\n"
              "sub=$(printf '100644 blob %%s\tin.c\n' $b | git mktree)\n"
              "t=$(perl -e 'my ($b, $s) = map { pack \"H*\", $_ } @ARGV;"
              "  for (%s) { my ($m, $n) = split / /, $_, 2;"
              "  print \"$m $n\\0\", $m =~ /^4/ ? $s : $b; }' $b $sub"
              "  | git hash-object -t tree --literally -w --stdin)\n"
              "top=$(printf '040000 tree %%s\tlrucache\n' $t | git mktree)\n"
              "git update-ref refs/heads/main $(git commit-tree -m raw $top)",
              entries);
}

Test(walk, keeps_sources_of_both_roots_sorted)
{
    commit_all("mkdir -p solutions/lrucache/sub ratelimiter\n"
               "echo 'int b;' >solutions/lrucache/b.c; echo 'int a;' >solutions/lrucache/a.c\n"
               "echo h >solutions/lrucache/sub/x.h; echo t >solutions/lrucache/NOTES.md\n"
               "printf 'x\\0y' >ratelimiter/r.c; chmod +x ratelimiter/r.c; echo >README");
    read_it();
    expect_kept("solutions/lrucache: NOTES.md a.c b.c sub/x.h; ratelimiter: r.c");
    cr_expect_eq(r.snapshot.left_out_count, 0);
    struct str bytes = r.snapshot.submissions[1].sources.files[0].bytes;
    cr_expect(bytes.length == 3 && memcmp(bytes.at, "x\0y", 4) == 0);
    cr_expect_str_eq(r.snapshot.submissions[0].problem_id, "lrucache");
    cr_expect_str_eq(r.snapshot.submissions[0].sources.name, "lrucache");
}

Test(walk, reads_the_commit_and_not_the_working_tree)
{
    commit_all("mkdir lrucache; echo old >lrucache/a.c");
    intake_sh(&r, "echo new >lrucache/a.c; echo new >lrucache/b.c; git add lrucache/b.c");
    read_it();
    expect_kept("lrucache: a.c");
    cr_expect(str_is(r.snapshot.submissions[0].sources.files[0].bytes, "old\n"));
}

Test(walk, takes_the_first_root_and_names_the_other)
{
    commit_all("mkdir -p solutions/lrucache lrucache; echo 1 >lrucache/top.c\n"
               "echo 2 >solutions/lrucache/low.c");
    read_it();
    expect_kept("lrucache: top.c");
    expect_left_out("solutions/lrucache", "this problem was already read from another folder");
}

Test(walk, no_matching_folder_is_no_error)
{
    commit_all("mkdir docs LRUCache; echo >docs/a.md; echo >LRUCache/a.c; echo >lrucache.c");
    read_it();
    cr_expect_eq(r.snapshot.submission_count, 0);
    expect_left_out("LRUCache", "no problem of that name");
    expect_left_out("lrucache.c",
                    "a file, but a solution lies in a folder named after its problem");
    cr_expect_eq(r.snapshot.left_out_count, 2);
}

Test(walk, a_folder_without_c_files_is_a_submission_with_none)
{
    commit_all("mkdir lrucache ratelimiter; echo >lrucache/plan.md; echo >ratelimiter/a.py");
    read_it();
    expect_kept("lrucache: plan.md; ratelimiter:");
    expect_left_out("ratelimiter/a.py", "not a C source or header");
}

Test(walk, leaves_out_what_is_no_regular_file)
{
    commit_all("mkdir -p lrucache solutions/real; cd lrucache; echo >a.c; ln -s /etc/passwd p.c\n"
               "ln -s ../solutions d; cd ..; ln -s lrucache ratelimiter\n"
               "printf 'version https://git-lfs.github.com/spec/v1\nsize 1\n' >lrucache/big.c");
    read_it();
    expect_kept("lrucache: a.c");
    expect_left_out("lrucache/p.c", "symbolic link");
    expect_left_out("lrucache/d", "symbolic link");
    expect_left_out("ratelimiter", "symbolic link");
    expect_left_out("lrucache/big.c", "Git LFS pointer: the content is not in the repository");
}

Test(walk, leaves_out_submodules)
{
    intake_sh(&r, "c=1234567890123456789012345678901234567890\n"
                  "git update-index --add --cacheinfo 160000,$c,lrucache/s\n"
                  "git update-index --add --cacheinfo 160000,$c,ratelimiter\n"
                  "git update-index --add --cacheinfo 160000,$c,solutions; git commit -q -m s");
    read_it();
    expect_kept("lrucache:");
    expect_left_out("lrucache/s", "submodule");
    expect_left_out("ratelimiter", "submodule");
    expect_left_out("solutions", "submodule");
}

Test(walk, leaves_out_odd_names)
{
    commit_raw("\"100644 a\\nb.c\", \"100644 a\\x27.c\", \"100644 a\\x22.c\", \"100644 a\\\\.c\","
               "\"100644 -x.c\", \"100644 ..\", \"40000 ..\", \"40000 .git\", \"100644 a/b.c\","
               "\"100644 \\xff.c\", \"100644 \\xc3\\xb6.c\", \"100644 \" . \"n\" x 200 . \".c\","
               "\"100644 ok.c\"");
    read_it();
    expect_kept("lrucache: ok.c");
    expect_left_out("lrucache/a\nb.c", "name with a newline or another control character");
    expect_left_out("lrucache/a'.c", "name with a quote or a backslash");
    expect_left_out("lrucache/a\".c", "name with a quote or a backslash");
    expect_left_out("lrucache/a\\.c", "name with a quote or a backslash");
    expect_left_out("lrucache/-x.c", "name that starts with a dash");
    expect_left_out("lrucache/..", "reserved name");
    expect_left_out("lrucache/.git", "reserved name");
    expect_left_out("lrucache/a/b.c", "name with a slash");
    expect_left_out("lrucache/\xff.c", "name that is not valid UTF-8");
    expect_left_out("lrucache/\xc3\xb6.c", "name with a character outside ASCII");
    cr_expect_eq(r.snapshot.left_out_count, 12);
}

Test(walk, leaves_out_odd_modes_and_doubles)
{
    commit_raw("\"100664 old.c\", \"100600 a.c\", \"104755 suid.c\", \"20644 dev.c\", \"0 zero.c\","
               "\"100644 twice.c\", \"100644 twice.c\", \"40000 twice.c\", \"40000 dir\"");
    read_it();
    expect_kept("lrucache: dir/in.c old.c twice.c");
    expect_left_out("lrucache/a.c", "not a regular file");
    expect_left_out("lrucache/suid.c", "not a regular file");
    expect_left_out("lrucache/dev.c", "not a regular file");
    expect_left_out("lrucache/zero.c", "not a regular file");
    expect_left_out("lrucache/twice.c", "a second entry of the same name");
    expect_left_out("lrucache/twice.c/in.c", "a second entry of the same name");
}

Test(walk, names_that_fill_a_page_are_cut)
{
    commit_raw("\"100644 \" . \"n\" x 60000 . \".c\"");
    read_it();
    cr_assert_eq(r.snapshot.left_out_count, 1);
    struct str name = r.snapshot.left_out[0].name;
    cr_expect_eq(name.length, INTAKE_LEFT_OUT_NAME_MAX);
    cr_expect(memcmp(name.at + name.length - 3, "...", 3) == 0);
}

Test(walk, goes_eight_levels_deep)
{
    commit_all("mkdir -p lrucache/1/2/3/4/5/6/7/8; echo >lrucache/1/2/3/4/5/6/7/eight.c\n"
               "echo >lrucache/1/2/3/4/5/6/7/8/nine.c");
    read_it();
    expect_kept("lrucache: 1/2/3/4/5/6/7/eight.c");
    expect_left_out("lrucache/1/2/3/4/5/6/7/8", "more than 8 levels deep");
}

Test(walk, bears_two_hundred_levels)
{
    intake_sh(&r, "t=$(echo | git hash-object -w --stdin); e=\"100644 blob $t\tx.c\"\n"
                  "for i in $(seq 200); do t=$(printf '%%s\n' \"$e\" | git mktree)\n"
                  "e=\"040000 tree $t\tlrucache\"; done\n"
                  "git update-ref refs/heads/main $(git commit-tree -m deep $t)");
    read_it();
    expect_kept("lrucache:");
    cr_expect_eq(r.snapshot.left_out_count, 1);
}

Test(walk, keeps_256_kib_and_no_byte_more)
{
    commit_all("mkdir lrucache; head -c 262144 /dev/zero >lrucache/fits.c\n"
               "head -c 262145 /dev/zero >lrucache/over.c");
    read_it();
    expect_kept("lrucache: fits.c");
    expect_left_out("lrucache/over.c", "larger than 256 KiB");
}

Test(walk, keeps_one_mib_a_problem)
{
    commit_all("mkdir lrucache; cd lrucache; for i in 1 2 3 4 5; do\n"
               "head -c 262144 /dev/zero >$i.c; done; echo >6.c; cd ..");
    read_it();
    expect_kept("lrucache: 1.c 2.c 3.c 4.c");
    expect_left_out("lrucache/5.c", "beyond the 1 MiB of one problem");
    expect_left_out("lrucache/6.c", "beyond the 1 MiB of one problem");
}

Test(walk, keeps_two_hundred_files)
{
    commit_all("mkdir lrucache; for i in $(seq 100 300); do echo >lrucache/$i.c; done");
    read_it();
    cr_expect_eq(r.snapshot.submissions[0].sources.count, 200);
    expect_left_out("lrucache/300.c", "beyond the 200 files of one problem");
}

/* count times the same file, in trees of 10,000 names below lrucache/ */
static void commit_many(int count, const char *prefix)
{
    intake_sh(
        &r,
        "b=$(echo 'int x;' | git hash-object -w --stdin)\n"
        "t=$(perl -e 'print \"100644 blob $ARGV[0]\t$ARGV[1]$_.c\n\" for 1 .. $ARGV[2]' $b %s %d"
        " | git mktree)\n"
        "top=$(printf '040000 tree %%s\tlrucache\n' $t | git mktree)\n"
        "git update-ref refs/heads/main $(git commit-tree -m many $top)",
        prefix, count);
}

Test(walk, a_hundred_thousand_files_are_read_and_counted)
{
    commit_many(100000, "f");
    read_it();
    cr_expect_eq(r.snapshot.submissions[0].sources.count, 200);
    cr_expect_eq(r.snapshot.left_out_count, INTAKE_LEFT_OUT_MAX);
    cr_expect_eq(r.snapshot.left_out_more, 100000 - 200 - INTAKE_LEFT_OUT_MAX);
}

Test(walk, a_hundred_thousand_plain_files_at_the_top_are_no_matter)
{
    commit_many(100000, "f");
    intake_sh(&r, "t=$(git rev-parse main:lrucache)\n"
                  "git update-ref refs/heads/main $(git commit-tree -m top $t)");
    read_it();
    cr_expect_eq(r.snapshot.submission_count, 0);
    cr_expect_eq(r.snapshot.left_out_count, 0);
}

Test(walk, more_entries_than_the_ceiling_are_an_error)
{
    commit_many(INTAKE_ENTRIES_MAX, "f");
    intake_repo_fails(&r, r.path, NULL, ERR_INPUT, "more than 200000 files and folders",
                      "'lrucache/'", NULL);
}

Test(walk, finds_roots_of_several_parts)
{
    commit_all("mkdir -p a/b/lrucache a/ratelimiter x; echo >a/b/lrucache/l.c\n"
               "echo >a/ratelimiter/r.c; echo >x/lrucache");
    static const char *const problems[] = { "lrucache", "ratelimiter" };
    static const char *const roots[] = { "none", "x/lrucache", "a/b", "a" };
    const struct intake_request request = { .where = r.path,
                                            .problem_ids = problems,
                                            .problem_count = 2,
                                            .roots = roots,
                                            .root_count = 4 };
    cr_assert(intake_repo_read_request(&r, &request), "%s", r.err.text);
    expect_kept("a/b/lrucache: l.c; a/ratelimiter: r.c");
    expect_left_out("x/lrucache", "not a regular file");
    cr_expect_eq(r.snapshot.left_out_count, 1);
}

Test(walk, left_out_entries_are_sorted)
{
    commit_all("mkdir -p lrucache/b zz; echo >zz/a.c; echo >lrucache/b/x.py; echo >lrucache/a.py");
    read_it();
    cr_assert_eq(r.snapshot.left_out_count, 3);
    static const char *const names[] = { "lrucache/a.py", "lrucache/b/x.py", "zz" };
    for (size_t i = 0; i < 3; i++)
        cr_expect(str_is(r.snapshot.left_out[i].name, names[i]));
}
