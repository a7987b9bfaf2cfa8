/* test_packed_package.c - a package in a zip file, wherever a package's folder is taken. */
#include <criterion/criterion.h>
#include <string.h>

#include "tests/support/e2e_run.h"
#include "tests/support/zip_file.h"

static struct e2e e2e;

static void begin(void)
{
    e2e_begin(&e2e);
    e2e_put(&e2e, "repo/double/main.c", e2e_double_right);
    e2e_commit(&e2e);
    e2e_sh(&e2e, "mkdir zips");
    zip_file_pack(e2e_path(&e2e, "zips/double.zip"), e2e_path(&e2e, "home/problems/double"),
                  "double");
}

static void end(void)
{
    e2e_end(&e2e);
}

TestSuite(packed_package, .init = begin, .fini = end, .timeout = 120);

Test(packed_package, is_listed_judged_verified_and_graded)
{
    struct e2e_result got = e2e_grader(&e2e, "problems", "zips/double.zip", "zips", NULL);
    e2e_ended(&got, 0);
    cr_expect(e2e_has(got.out, "double "));
    got = e2e_grader(&e2e, "judge", "zips/double.zip", "repo/double", NULL);
    e2e_ended(&got, 0);
    got = e2e_grader(&e2e, "verify", "zips/double.zip", NULL);
    e2e_ended(&got, 0);
    got = e2e_grader(&e2e, "grade", "repo", "--problems", "zips", "--out", "o", NULL);
    e2e_ended(&got, 0);
    cr_expect(e2e_exists(&e2e, "o/report.json"));
}

Test(packed_package, that_is_wrong_is_one_clear_line)
{
    static const struct zip_entry evil[] = { { .name = "../evil", .text = "x" }, { .name = NULL } };
    zip_file_make(e2e_path(&e2e, "evil.zip"), evil);
    struct e2e_result got = e2e_grader(&e2e, "judge", "evil.zip", "repo/double", NULL);
    e2e_refused(&got, 2, "evil.zip", "entry '../evil': its name leads out of the archive", NULL);
    e2e_sh(&e2e, "head -c 500 zips/double.zip >cut.zip");
    got = e2e_grader(&e2e, "verify", "cut.zip", NULL);
    cr_expect(got.code == 2, "%d", got.code);
    cr_expect(e2e_has(got.out, "not a zip archive, or"), "%s", got.out);
    e2e_sh(&e2e, "cp cut.zip zips/double.zip");
    got = e2e_grader(&e2e, "grade", "repo", "--problems", "zips", "--out", "o", NULL);
    e2e_refused(&got, 2, "double.zip", "cut off", NULL);
}

Test(packed_package, warnings_reach_who_called)
{
    zip_file_pack(e2e_path(&e2e, "other.zip"), e2e_path(&e2e, "home/problems/double"), "double");
    struct e2e_result got = e2e_grader(&e2e, "judge", "other.zip", "repo/double", NULL);
    e2e_ended(&got, 0);
    static const char warning[] =
        "double: warning: the folder in the archive should be 'other', not 'double'";
    cr_expect(e2e_has(got.err, warning), "%s", got.err);
    e2e_sh(&e2e, "mv other.zip zips/double.zip && touch home/problems/double/'a b'");
    got = e2e_grader(&e2e, "grade", "repo", "--out", "o", NULL);
    e2e_ended(&got, 0);
    cr_expect(e2e_has(got.err, "double: warning: 'a b' is ignored"), "%s", got.err);
}
