/* test_bad_repository.c - each bad repository is one clear line and exit code 2, or is graded as
 * far as it goes. */
#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/e2e_run.h"

static struct e2e e2e;

static void begin(void)
{
    e2e_begin(&e2e);
}

/* Whatever was refused, nothing was written: not even the folder's beginnings. */
static void end(void)
{
    cr_expect(!e2e_exists(&e2e, "o/report.json") && !e2e_exists(&e2e, "o/report.html"));
    e2e_end(&e2e);
}

TestSuite(bad_repository, .init = begin, .fini = end, .timeout = 120);

static struct e2e_result grade(const char *where)
{
    return e2e_grader(&e2e, "grade", where, "--out", "o", NULL);
}

static void put_double(void)
{
    e2e_put(&e2e, "repo/double/main.c", e2e_double_right);
    e2e_commit(&e2e);
}

Test(bad_repository, that_is_not_there)
{
    struct e2e_result got = grade("nowhere");
    e2e_refused(&got, 2, "'nowhere'", NULL);
}

Test(bad_repository, that_is_no_repository)
{
    struct e2e_result got = grade("user");
    e2e_refused(&got, 2, "'user'", NULL);
    got = grade("home/rubrics/default.json");
    e2e_refused(&got, 2, "default.json", NULL);
    got = grade("/dev/null");
    e2e_refused(&got, 2, "/dev/null", NULL);
    got = grade("");
    e2e_refused(&got, 2, NULL);
}

Test(bad_repository, that_is_empty)
{
    e2e_sh(&e2e, "git -c init.defaultBranch=main init -q repo");
    struct e2e_result got = grade("repo");
    e2e_refused(&got, 2, "'repo'", NULL);
}

Test(bad_repository, that_is_bare_without_a_head)
{
    put_double();
    e2e_sh(&e2e, "git clone -q --bare repo bare; git -C bare symbolic-ref HEAD refs/heads/gone");
    struct e2e_result got = grade("bare");
    e2e_refused(&got, 2, "'bare'", NULL);
    e2e_sh(&e2e, "rm bare/HEAD");
    got = grade("bare");
    e2e_refused(&got, 2, "'bare'", NULL);
}

Test(bad_repository, with_an_unknown_revision)
{
    put_double();
    e2e_sh(&e2e, "git -C repo branch feature");
    struct e2e_result got =
        e2e_grader(&e2e, "grade", "repo", "--rev", "featrue", "--out", "o", NULL);
    e2e_refused(&got, 2, "'featrue'", "feature", NULL);
    got = e2e_grader(&e2e, "grade", "repo", "--rev", "0123456789abcdef0123456789abcdef01234567",
                     "--out", "o", NULL);
    e2e_refused(&got, 2, "0123456789abcdef", NULL);
    got = e2e_grader(&e2e, "grade", "repo", "--rev", "", "--out", "o", NULL);
    e2e_refused(&got, 2, NULL);
    got = e2e_grader(&e2e, "grade", "repo", "--rev", "--upload-pack=touch x", "--out", "o", NULL);
    e2e_refused(&got, 2, NULL);
}

Test(bad_repository, with_no_folder_that_answers_a_problem)
{
    e2e_put(&e2e, "repo/dobule/main.c", e2e_double_right);
    e2e_commit(&e2e);
    struct e2e_result got = grade("repo");
    e2e_refused(&got, 2, "'repo'", "double", "greet", "at the top or under solutions/", NULL);
}

Test(bad_repository, is_told_where_this_rubric_looks)
{
    e2e_put(&e2e, "repo/double/main.c", e2e_double_right);
    e2e_commit(&e2e);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--rubric", "strict", NULL);
    e2e_refused(&got, 2, "'repo'", "by the problem's id, under solutions/ (there are", NULL);
}

Test(bad_repository, asked_for_a_problem_that_there_is_not)
{
    put_double();
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--problem", "duoble", NULL);
    e2e_refused(&got, 2, "'duoble'", "did you mean 'double'?", NULL);
    got = e2e_grader(&e2e, "grade", "repo", "--problem", "../double", NULL);
    e2e_refused(&got, 2, "'../double'", NULL);
}

/* A compile error, with its reason: it is the candidate's, not ours. */
Test(bad_repository, a_folder_without_c_files_does_not_compile)
{
    e2e_put(&e2e, "repo/double/main.py", "print(1)\n");
    e2e_commit(&e2e);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", NULL);
    e2e_ended(&got, 1);
    cr_expect(e2e_has(got.out, "no .c file") && e2e_has(got.out, "CE"), "%s", got.out);
}

/* The reason is with the problem, and whole in the list below. */
Test(bad_repository, a_folder_whose_only_file_was_left_out_says_so)
{
    e2e_put(&e2e,
            "repo/solutions/double/gr\xc3\xb6\xc3\x9f"
            "e and a rather long name.c",
            e2e_double_right);
    e2e_commit(&e2e);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--format", "json", NULL);
    e2e_ended(&got, 1);
    cr_expect(e2e_has(got.out, "folder 'double' has no .c file: 'gr\xc3\xb6\xc3\x9f"
                               "e and a rather long name.c' was left out: name with a character "
                               "outside ASCII; rename it"),
              "%s", got.out);
    got = e2e_grader(&e2e, "grade", "repo", NULL);
    cr_expect(e2e_has(got.out, "  name with a character outside ASCII\n"), "%s", got.out);
    cr_expect(!e2e_has(got.out, "Mend the first error"), "%s", got.out);
}

Test(bad_repository, a_hundred_thousand_files_are_left_out_and_counted)
{
    put_double();
    e2e_sh(&e2e, "cd repo; b=$(git rev-parse HEAD:double/main.c)\n"
                 "t=$(seq 100000 | sed \"s/.*/100644 blob $b\tf&.c/\" | git mktree)\n"
                 "top=$(printf '040000 tree %%s\tdouble\n' $t | git mktree)\n"
                 "git update-ref HEAD $(git commit-tree -m Many $top)");
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", NULL);
    e2e_ended(&got, 1); /* the same main in 200 files does not link */
    cr_expect(e2e_has(got.out, "CE"), "%s", got.out);
    cr_expect(got.out_size < 100000, "%zu bytes", got.out_size);
    cr_expect(e2e_has(got.out, "f000201.c") || e2e_has(got.out, "200 files"), "%s", got.out);
}

/* A loose object whose zlib stream (one stored block, RFC 1950 and 1951) declares a gigabyte. */
Test(bad_repository, a_gigabyte_that_is_declared_is_left_out)
{
    put_double();
    e2e_sh(&e2e, "cd repo; x=1234567890123456789012345678901234567890; mkdir -p .git/objects/12\n"
                 "printf '\\170\\001\\001\\020\\000\\357\\377blob 1073741824\\000' >"
                 ".git/objects/12/${x#12}\n"
                 "b=$(git rev-parse HEAD:double/main.c)\n"
                 "t=$(printf '100644 blob %%s\tbig.c\n100644 blob %%s\tmain.c\n' $x $b |"
                 " git mktree --missing)\n"
                 "top=$(printf '040000 tree %%s\tdouble\n' $t | git mktree)\n"
                 "git update-ref HEAD $(git commit-tree -m Big $top)");
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", NULL);
    e2e_ended(&got, 0);
    cr_expect(e2e_has(got.out, "big.c"), "%s", got.out);
}

Test(bad_repository, odd_names_are_left_out_and_named_without_harm)
{
    put_double();
    e2e_sh(&e2e, "cd repo; b=$(git rev-parse HEAD:double/main.c)\n"
                 "t=$(printf '100644 blob %%s\t%%b\\0' $b 'a\\nb.c' $b 'main.c' $b 'q\"\\047<b>.c'"
                 " $b 'bad\\377.c' $b 'esc\\033[31m.c' | git mktree -z)\n"
                 "e=$(printf '100644 blob %%s\t..\\0' $b | git mktree -z)\n"
                 "top=$(printf '%%s\\0' \"040000 tree $t\tdouble\" \"120000 blob $b\tlink\""
                 " \"040000 tree $e\tgreet\" | git mktree -z)\n"
                 "git update-ref HEAD $(git commit-tree -m Odd $top)");
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--problem", "double", NULL);
    cr_assert(got.code <= 1, "%d %s", got.code, got.err);
    cr_expect(!strchr(got.out, '\033') && !e2e_has(got.out, "a\nb.c"), "%s", got.out);
    got = e2e_grader(&e2e, "grade", "repo", "--format=html", "--problem=double", NULL);
    cr_assert(got.code <= 1, "%d %s", got.code, got.err);
    cr_expect(!e2e_has(got.out, "<b>.c"), "a name of the repository is markup");
    got = e2e_grader(&e2e, "grade", "repo", "--format=json", "--problem=double", NULL);
    e2e_put(&e2e, "odd.json", got.out);
    got = e2e_grader(&e2e, "render", "odd.json", "--format=json", NULL);
    e2e_ended(&got, 0);
    cr_expect_str_eq(got.out, e2e_read(&e2e, "odd.json"));
}

Test(bad_repository, that_may_not_be_read)
{
    e2e_become_user(&e2e);
    put_double();
    e2e_sh(&e2e, "chmod 0 repo/.git/HEAD");
    struct e2e_result got = grade("repo");
    e2e_refused(&got, 2, "'repo'", NULL);
    e2e_sh(&e2e, "chmod 0 repo");
    got = grade("repo");
    e2e_refused(&got, 2, "'repo'", NULL);
    e2e_sh(&e2e, "chmod 755 repo");
}

Test(bad_repository, whose_objects_are_damaged)
{
    put_double();
    e2e_sh(&e2e, "cd repo; h=$(git rev-parse HEAD:double); f=.git/objects/$(echo $h | cut -c1-2)/"
                 "$(echo $h | cut -c3-); chmod u+w $f; echo junk >$f");
    struct e2e_result got = grade("repo");
    e2e_refused(&got, 2, "'repo'", NULL);
}

Test(bad_repository, given_not_at_all_or_twice)
{
    struct e2e_result got = e2e_grader(&e2e, "grade", NULL);
    e2e_refused(&got, 2, "one repository", NULL);
    got = e2e_grader(&e2e, "grade", "a", "b", NULL);
    e2e_refused(&got, 2, "one repository", NULL);
}

Test(bad_repository, a_url_of_an_unknown_kind)
{
    static const char *const places[] = { "ftp://127.0.0.1/x", "ext::sh -c 'touch x'", "http://",
                                          "https://127.0.0.1:1/x.git", "fd::17" };
    for (size_t i = 0; i < COUNT_OF(places); i++) {
        struct e2e_result got = grade(places[i]);
        e2e_refused(&got, 2, NULL);
    }
    cr_expect(!e2e_exists(&e2e, "x"));
}
