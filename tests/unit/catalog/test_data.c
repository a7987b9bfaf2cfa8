/* test_data.c - groups, cases, what they inherit, and what does not belong below data/. */
#include "grader/catalog/data.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <math.h>
#include <string.h>

#include "tests/support/catalog_folder.h"

static struct catalog_folder folder;

static void make(void)
{
    catalog_folder_make(&folder);
}

static void clean_up(void)
{
    catalog_folder_remove(&folder);
}

TestSuite(data, .init = make, .fini = clean_up);

static void loads(void)
{
    cr_assert(catalog_folder_load(&folder), "%s", folder.err.text);
}

static void fails(const char *message)
{
    cr_assert(not(catalog_folder_load(&folder)));
    cr_assert(eq(int, folder.err.kind, ERR_INPUT));
    cr_assert(eq(str, (char *)catalog_folder_error(&folder), (char *)message));
}

/* A file that spoils the good package, its message, and away with it again. */
static void spoils(const char *place, const char *text, const char *message)
{
    catalog_folder_put(&folder, place, text);
    fails(message);
    catalog_folder_drop(&folder, place);
}

Test(data, settings_go_from_secret_to_groups_to_cases)
{
    catalog_folder_put(&folder, "data/secret/test_group.yaml",
                       "args: [a, 1]\noutput_validator_args: [case_sensitive]\n"
                       "full_feedback: true\n");
    catalog_folder_put(&folder, "data/secret/1-files/test_group.yaml", "args: [b]\n");
    catalog_folder_put(&folder, "data/secret/1-files/02.yaml",
                       "args: []\nfull_feedback: false\nhint: H\ndescription: D\n"
                       "input_validator_args: {validate: [x]}\noutput_visualizer_args: [y]\n");
    catalog_folder_put(&folder, "data/secret/2-made/a.yaml", "args: [made]\nhint: over\n");
    loads();
    const struct test_case *one = catalog_folder_case(&folder, "secret/1-files/01");
    cr_assert(one->args.count == 1 && strcmp(one->args.words[0], "b") == 0);
    cr_assert(one->output_validator_args.count == 1 && one->full_feedback && !one->hint);
    const struct test_case *two = catalog_folder_case(&folder, "secret/1-files/02");
    cr_assert(two->args.count == 0 && !two->full_feedback);
    cr_assert(eq(str, (char *)two->hint, "H"));
    cr_assert(eq(str, (char *)two->description, "D"));
    const struct test_case *made = catalog_folder_case(&folder, "secret/2-made/a");
    cr_assert(made->args.count == 1 && strcmp(made->args.words[0], "made") == 0);
    cr_assert(eq(str, (char *)made->hint, "over"));
    const struct test_case *other = catalog_folder_case(&folder, "secret/2-made/b");
    cr_assert(other->args.count == 2 && !other->full_feedback);
    cr_assert(catalog_folder_case(&folder, "sample/1")->args.count == 0);
}

Test(data, cases_come_in_the_order_of_group_and_name)
{
    static const char *const names[] = { "10", "9", "B", "a", "a.b", "sub/x", "1-1" };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        catalog_folder_put(&folder,
                           arena_printf(&folder.arena, "data/secret/1-files/%s.in", names[i]), "x");
        catalog_folder_put(
            &folder, arena_printf(&folder.arena, "data/secret/1-files/%s.ans", names[i]), "x");
    }
    loads();
    static const char *const wanted[] = { "01", "02", "1-1", "10", "9", "B", "a", "a.b", "sub/x" };
    for (size_t i = 0; i < COUNT_OF(wanted); i++) {
        const char *name = arena_printf(&folder.arena, "secret/1-files/%s", wanted[i]);
        cr_assert(eq(str, (char *)folder.loaded.cases[i + 1].name, (char *)name));
        cr_assert(eq(str, (char *)folder.loaded.cases[i + 1].group->name, "secret/1-files"));
    }
}

Test(data, secret_may_have_cases_of_its_own_instead_of_groups)
{
    catalog_folder_drop(&folder, "data/secret");
    catalog_folder_drop(&folder, "data/sample");
    catalog_folder_put(&folder, "data/secret/x.in", "1");
    catalog_folder_put(&folder, "data/secret/x.ans", "1");
    catalog_folder_put(&folder, "generators/tests.yaml", "secret: {y: gen 1}\n");
    loads();
    cr_assert(eq(sz, folder.loaded.group_count, 1));
    cr_assert(eq(sz, folder.loaded.case_count, 2));
    cr_assert(eq(str, (char *)folder.loaded.cases[1].name, "secret/y"));
    catalog_folder_put(&folder, "data/secret/group/z.in", "1");
    fails("cannot use 'data/secret/group': 'data/secret' has test cases of its own, so it can have "
          "no groups");
    catalog_folder_drop(&folder, "data/secret");
    catalog_folder_put(&folder, "data/secret/readme.txt", "1");
    catalog_folder_put(&folder, "generators/tests.yaml", "");
    fails("there are no test cases in 'data/secret'");
}

Test(data, what_belongs_to_no_case_is_an_error_and_what_is_no_case_a_warning)
{
    spoils("data/secret/1-files/03.yaml", "hint: x\n",
           "cannot use 'data/secret/1-files/03.yaml': it belongs to no case, '03.in' is missing");
    spoils("data/secret/1-files/03.png", "x",
           "cannot use 'data/secret/1-files/03.png': it belongs to no case, '03.in' is missing");
    spoils("data/secret/1-files/test_group.in", "x",
           "cannot use 'data/secret/1-files/test_group.in': no case may be named 'test_group'");
    spoils("data/secret/1-files/sub/test_group.yaml", "x",
           "cannot use 'data/secret/1-files/sub/test_group.yaml': no case may be named "
           "'test_group'");
    catalog_folder_drop(&folder, "data/secret/1-files/sub");
    catalog_folder_put(&folder, "data/secret/1-files/01.hint", "x");
    catalog_folder_put(&folder, "data/sample/1.in.statement", "x");
    catalog_folder_put(&folder, "data/sample/1.ans.statement", "x");
    loads();
    cr_assert(eq(sz, folder.loaded.warning_count, 3));
    cr_assert(catalog_folder_warns(&folder, "'data/secret/1-files/01.hint' is ignored"));
    cr_assert(catalog_folder_warns(
        &folder, "'data/sample/1.in.statement': '1.in.download' should be there as well"));
}

Test(data, folders_where_none_may_be_are_errors)
{
    spoils("data/sample/group/1.in", "x",
           "cannot use 'data/sample/group': the samples have no groups");
    catalog_folder_drop(&folder, "data/sample/group");
    spoils("data/secret/1-files/01/x.in", "x",
           "cannot use 'data/secret/1-files/01': a folder with the name of a case");
    catalog_folder_drop(&folder, "data/secret/1-files/01");
    spoils("data/secret/1-files/01.files/validate.c", "x",
           "cannot use 'data/secret/1-files/01.files/validate.c': the input validator 'validate' "
           "has a file of that name");
    catalog_folder_drop(&folder, "data/secret/1-files/01.files");
    spoils("data/secret/1-files/a/b/c/d/e/f/g/h/i/x.in", "x",
           "cannot use 'data/secret/1-files/a/b/c/d/e/f/g/h/i': deeper than 8 folders");
    catalog_folder_drop(&folder, "data/secret/1-files/a");
    spoils("data/secret/3-empty/note.txt", "x",
           "cannot use the group 'secret/3-empty': it has no test cases");
}

Test(data, settings_are_checked_with_line_and_column)
{
    static const struct {
        const char *place, *text, *message;
    } rows[] = {
        { "data/secret/test_group.yaml", "arg: [x]\n",
          "data/secret/test_group.yaml:1:1: unknown key 'arg'; did you mean 'args'?" },
        { "data/secret/test_group.yaml", "args: x\n",
          "data/secret/test_group.yaml:1:7: 'args' must be a list of strings, not 'x'" },
        { "data/secret/test_group.yaml", "full_feedback: 1\n",
          "data/secret/test_group.yaml:1:16: 'full_feedback' must be true or false, not 1" },
        { "data/secret/test_group.yaml", "hint: x\n",
          "data/secret/test_group.yaml:1:1: unknown key 'hint'" },
        { "data/secret/test_group.yaml", "max_score: 10\n",
          "data/secret/test_group.yaml:1:1: 'max_score' is only for problems of type scoring" },
        { "data/sample/test_group.yaml", "require_pass: sample\n",
          "data/sample/test_group.yaml:1:1: 'require_pass' is not permitted in 'sample'" },
        { "data/secret/test_group.yaml", "static_validation_score: 1\n",
          "data/secret/test_group.yaml:1:1: 'static_validation_score' needs a static validator, "
          "which this package has not" },
        { "data/secret/1-files/01.yaml", "hint: [x]\n",
          "data/secret/1-files/01.yaml:1:7: 'hint' must be a string, not a list" },
        { "data/secret/1-files/01.yaml", "max_score: 1\n",
          "data/secret/1-files/01.yaml:1:1: unknown key 'max_score'" },
        { "data/secret/1-files/01.yaml", "input_validator_args: {v: x}\n",
          "data/secret/1-files/01.yaml:1:27: 'input_validator_args.v' must be a list of strings, "
          "not 'x'" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        spoils(rows[i].place, rows[i].text, rows[i].message);
}

Test(data, scores_of_scoring_packages)
{
    catalog_folder_put(&folder, "problem.yaml",
                       "problem_format_version: 2025-09\nname: N\ntype: scoring\n"
                       "uuid: 35aac49e-09a0-4fc1-bbc1-63f4662bbc86\n");
    catalog_folder_put(&folder, "data/secret/1-files/test_group.yaml",
                       "max_score: 40\nrequire_pass: sample\n");
    catalog_folder_put(&folder, "data/secret/2-made/test_group.yaml",
                       "max_score: 60\nscore_aggregation: min\n"
                       "require_pass: [sample, secret/1-files]\n");
    loads();
    struct test_group *const *groups = folder.loaded.groups;
    cr_assert(isinf(groups[0]->max_score) && groups[1]->max_score == 100);
    cr_assert(eq(int, groups[1]->aggregation, SCORE_SUM));
    cr_assert(groups[2]->max_score == 40 && groups[2]->aggregation == SCORE_PASS_FAIL);
    cr_assert(groups[3]->max_score == 60 && groups[3]->aggregation == SCORE_MIN);
    cr_assert(eq(sz, groups[3]->require_pass.count, 2));
    static const struct {
        const char *text, *message;
    } rows[] = {
        { "max_score: -1\n", ":1:12: 'max_score' must be a whole number between 0 and 1000000000, "
                             "not -1" },
        { "score_aggregation: avg\n",
          ":1:20: 'score_aggregation' must be pass-fail, sum or min, not 'avg'" },
        { "require_pass: secret/2-made\n",
          ":1:15: 'require_pass' names 'secret/2-made', which is not a group before this one" },
        { "require_pass: secret/1-files\n",
          ":1:15: 'require_pass' names 'secret/1-files', which is not a group before this one" },
        { "require_pass: secret\n",
          ":1:15: 'require_pass' names 'secret', which is not a group before this one" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        spoils(
            "data/secret/1-files/test_group.yaml", rows[i].text,
            arena_printf(&folder.arena, "data/secret/1-files/test_group.yaml%s", rows[i].message));
}
