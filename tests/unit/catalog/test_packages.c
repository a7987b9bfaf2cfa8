/* test_packages.c - the packages below tests/packages: what is in the good ones, and what is said
 * of the broken ones. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/fd.h"
#include "grader/catalog/catalog.h"
#include "tests/support/broken_package.h"
#include "tests/support/catalog_folder.h"

static struct arena arena;
static struct package package;
static char top[] = "/tmp/grader-packages-XXXXXX";

static void make(void)
{
    cr_assert_not_null(mkdtemp(top));
}

static void clean_up(void)
{
    catalog_remove_tree(top);
    arena_release(&arena);
}

TestSuite(packages, .init = make, .fini = clean_up);

static void load(const char *name)
{
    struct err err = { 0 };
    const char *path = arena_printf(&arena, TREE "/tests/packages/good/%s", name);
    cr_assert(catalog_load(path, &arena, &package, &err), "%s", err.text);
}

static const struct test_case *case_named(const char *name)
{
    for (size_t i = 0; i < package.case_count; i++)
        if (strcmp(package.cases[i].name, name) == 0)
            return &package.cases[i];
    cr_assert(false, "there is no case '%s'", name);
    return NULL;
}

static const struct test_group *group_named(const char *name)
{
    for (size_t i = 0; i < package.group_count; i++)
        if (strcmp(package.groups[i]->name, name) == 0)
            return package.groups[i];
    cr_assert(false, "there is no group '%s'", name);
    return NULL;
}

static const struct package_submission *submission_named(const char *name)
{
    for (size_t i = 0; i < package.submission_count; i++)
        if (strcmp(package.submissions[i].sources.name, name) == 0)
            return &package.submissions[i];
    cr_assert(false, "there is no submission '%s'", name);
    return NULL;
}

/* The words with a space behind each. */
static const char *joined(struct word_list list)
{
    const char *text = "";
    for (size_t i = 0; i < list.count; i++)
        text = arena_printf(&arena, "%s%s ", text, list.words[i]);
    return text;
}

static void says(struct word_list list, const char *words)
{
    cr_assert(eq(str, (char *)joined(list), (char *)words));
}

/* ---- all ---- */

static const struct {
    const char *name, *format;
    unsigned kinds;
    size_t cases, groups, warnings;
} good[] = {
    { "alllimits", "2025-09", 0, 3, 2, 0 },
    { "casefiles", "2025-09", 0, 2, 2, 0 },
    { "constants", "2025-09", 0, 3, 2, 0 },
    { "draftgroups", "2023-07-draft", PACKAGE_SCORING, 4, 5, 1 },
    { "draftinteractive", "2023-07-draft", PACKAGE_INTERACTIVE, 2, 3, 2 },
    { "driver", "2025-09", 0, 3, 2, 0 },
    { "expectations", "2025-09", 0, 3, 4, 0 },
    { "feedback", "2025-09", 0, 3, 2, 0 },
    { "floats", "2025-09", 0, 3, 2, 0 },
    { "groups", "2025-09", PACKAGE_SCORING, 7, 5, 0 },
    { "interactive", "2025-09", PACKAGE_INTERACTIVE, 3, 2, 0 },
    { "languages", "2025-09", 0, 3, 2, 0 },
    { "multipass", "2025-09", PACKAGE_MULTI_PASS, 2, 1, 0 },
    { "multipassinteractive", "2025-09", PACKAGE_MULTI_PASS | PACKAGE_INTERACTIVE, 2, 1, 0 },
    { "olddomjudge", "legacy", 0, 3, 3, 3 },
    { "oldgrader", "legacy", PACKAGE_SCORING, 3, 3, 0 },
    { "oldgroups", "legacy", PACKAGE_SCORING, 5, 6, 1 },
    { "oldicpc", "legacy-icpc", 0, 3, 3, 0 },
    { "oldinteractive", "legacy", PACKAGE_INTERACTIVE, 2, 3, 0 },
    { "oldnames", "legacy", 0, 3, 3, 7 },
    { "oldplain", "legacy", 0, 3, 3, 0 },
    { "oldscore", "legacy", PACKAGE_SCORING, 3, 3, 0 },
    { "oldtimelimit", "legacy", 0, 3, 3, 1 },
    { "oldvalidatormap", "legacy", 0, 3, 3, 0 },
    { "oldvalidators", "legacy", 0, 3, 3, 1 },
    { "plain", "2025-09", 0, 3, 2, 0 },
    { "probes", "2025-09", 0, 3, 2, 0 },
    { "samples", "2025-09", 0, 4, 2, 0 },
    { "secretgroup", "2025-09", PACKAGE_SCORING, 3, 2, 0 },
    { "staticpass", "2025-09", 0, 3, 2, 0 },
    { "staticscore", "2025-09", PACKAGE_SCORING, 3, 3, 0 },
    { "submitanswer", "2025-09", PACKAGE_SUBMIT_ANSWER, 3, 2, 0 },
    { "validatorargs", "2025-09", 0, 4, 4, 0 },
    { "validatorbuild", "2025-09", 0, 3, 2, 0 },
    { "validatorc", "2025-09", 0, 3, 2, 0 },
    { "validatorcpp", "2025-09", 0, 3, 2, 0 },
    { "validatorpy", "2025-09", 0, 3, 2, 0 },
    { "validatorpydir", "2025-09", 0, 3, 2, 0 },
};

Test(packages, the_good_ones_load)
{
    for (size_t i = 0; i < COUNT_OF(good); i++) {
        load(good[i].name);
        cr_assert(eq(str, (char *)package.id, (char *)good[i].name));
        cr_expect(eq(str, (char *)package.format, (char *)good[i].format));
        cr_expect(package.kinds == good[i].kinds, "%s: kinds %u", package.id, package.kinds);
        cr_expect(package.case_count == good[i].cases, "%s: %zu cases", package.id,
                  package.case_count);
        cr_expect(package.group_count == good[i].groups, "%s: %zu groups", package.id,
                  package.group_count);
        cr_expect(package.warning_count == good[i].warnings, "%s: %zu warnings, the first: %s",
                  package.id, package.warning_count,
                  package.warning_count ? package.warnings[0] : "none");
        cr_expect_not_null(package.name);
        cr_expect(package.submission_count > 0);
        bool has_root = package.root, has_graders = package.grading == PACKAGE_GRADING_GRADERS;
        cr_expect(eq(int, has_root, has_graders));
    }
    size_t count = 0;
    struct err err = { 0 };
    struct catalog_entry *entries;
    const char *const folders[] = { TREE "/tests/packages/good", NULL };
    cr_assert(catalog_list(folders, &arena, &entries, &count, &err), "%s", err.text);
    cr_expect(eq(sz, count, COUNT_OF(good)), "a package is missing in the table");
}

Test(packages, of_the_broken_ones_the_message_says_what_and_where)
{
    size_t count = 0;
    for (const char *const *recipe = broken_package_recipes(&arena); *recipe; recipe++, count++) {
        struct broken_package broken = broken_package_make(*recipe, top, &arena);
        struct err err = { 0 };
        struct package before = { .id = "before" }, loaded = before;
        bool loads = catalog_load(broken.path, &arena, &loaded, &err);
        const char *said =
            err.text + strlen(arena_printf(&arena, "cannot load the package '%s': ", broken.path));
        cr_expect(not(loads), "%s loads", *recipe);
        cr_expect(loads || strcmp(said, broken.expected) == 0, "%s: %s", *recipe, said);
        cr_expect(loads || err.kind == ERR_INPUT, "%s: kind %d", *recipe, err.kind);
        cr_expect(loads || loaded.id == before.id, "%s: half a package", *recipe);
        catalog_remove_tree(broken.path);
    }
    cr_expect(ge(sz, count, 60));
}

/* ---- 2025-09 ---- */

Test(packages, limits_and_languages_are_as_the_file_says)
{
    load("alllimits");
    const struct package_limits *limits = &package.limits;
    cr_expect(limits->time_limit_us == 1500000 && limits->time_resolution_us == 100000);
    cr_expect(limits->memory_bytes == 64 << 20 && limits->output_bytes == 1 << 20);
    cr_expect(limits->code_bytes == 16 << 10 && limits->validation_memory_bytes == 256 << 20);
    cr_expect(limits->ac_to_time_limit == 3 && limits->time_limit_to_tle == 2);
    says(package.languages, "c cpp python3 ");
    load("languages");
    cr_expect(eq(sz, package.statement_count, 2));
    cr_expect(eq(str, (char *)package.statements[1].place, "statement/problem.sv.tex"));
    cr_expect(eq(str, (char *)submission_named("accepted/add.cpp")->language, "cpp"));
    cr_expect(eq(str, (char *)submission_named("accepted/add.py")->language, "python3"));
    cr_expect(eq(str, (char *)submission_named("accepted/Add.java")->language, "other"));
    cr_expect(eq(str, (char *)submission_named("accepted/two")->language, "c"));
}

Test(packages, groups_of_2025_09_pay_as_test_group_yaml_says)
{
    load("groups");
    cr_expect(eq(int, package.grading, PACKAGE_GRADING_GROUPS));
    cr_expect(package.validator_gives_score);
    const struct test_group *small = group_named("secret/1-small"),
                            *sum = group_named("secret/2-sum");
    cr_expect(small->max_score == 30 && small->aggregation == SCORE_PASS_FAIL);
    cr_expect(sum->max_score == 40 && sum->aggregation == SCORE_SUM);
    says(small->require_pass, "sample ");
    says(group_named("secret/3-min")->require_pass, "sample secret/1-small ");
    cr_expect_null(group_named("secret")->parent);
    cr_expect(case_named("secret/2-sum/deeper/b")->group == sum);
}

/* Each way to write a validator. */
Test(packages, programs_know_how_they_are_started)
{
    static const struct {
        const char *name;
        enum program_kind kind;
        const char *entry_point;
        bool has_build, has_run;
    } rows[] = {
        { "validatorc", PROGRAM_C, NULL, false, false },
        { "validatorcpp", PROGRAM_CPP, NULL, false, false },
        { "validatorpy", PROGRAM_PYTHON3, "validate.py", false, false },
        { "validatorbuild", PROGRAM_SCRIPT, NULL, true, false },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        load(rows[i].name);
        cr_assert(eq(sz, package.output_validator_count, 1));
        const struct package_program *program = &package.output_validators[0];
        cr_expect(eq(int, program->kind, rows[i].kind));
        cr_expect(rows[i].entry_point ? strcmp(program->entry_point, rows[i].entry_point) == 0
                                      : !program->entry_point);
        cr_expect(program->has_build == rows[i].has_build && program->has_run == rows[i].has_run);
    }
    load("validatorbuild");
    cr_expect(package.output_validators[0].is_build_executable);
    const struct package_program *shell = &package.input_validators[0];
    cr_expect(shell->kind == PROGRAM_SCRIPT && shell->has_run && shell->is_run_executable);
    cr_expect(eq(str, (char *)shell->sources.name, "shell"));
    load("validatorpydir");
    cr_expect(eq(str, (char *)package.input_validators[0].entry_point, "__main__.py"));
    cr_expect(eq(sz, package.input_validators[0].sources.count, 3));
}

Test(packages, arguments_go_to_each_validator_its_own)
{
    load("validatorargs");
    cr_assert(eq(sz, package.input_validator_count, 2));
    const struct test_case *all = case_named("secret/1-a/01"), *one = case_named("secret/2-b/01"),
                           *own = case_named("secret/2-b/02"), *sample = case_named("sample/1");
    says(all->args, "twice ");
    says(all->input_validator_args[0], "--big ");
    says(all->input_validator_args[1], "--big ");
    says(all->output_validator_args, "case_sensitive ");
    says(one->args, "");
    says(one->input_validator_args[0], "--small ");
    says(one->input_validator_args[1], "");
    says(own->args, "twice ");
    says(own->output_validator_args, "float_tolerance 1e-6 ");
    says(sample->input_validator_args[0], "");
}

Test(packages, static_validation_is_of_a_group)
{
    load("staticscore");
    const struct test_group *group = group_named("secret/1-sums");
    cr_assert_not_null(package.static_validator);
    cr_expect(eq(int, package.static_validator->kind, PROGRAM_C));
    cr_expect(group->has_static_validation && group->static_validation_score == 20);
    says(group->static_validator_args, "strict ");
    cr_expect(not(group_named("secret")->has_static_validation));
    load("staticpass");
    cr_expect(group_named("secret")->has_static_validation);
    cr_expect(group_named("secret")->static_validation_score == 0);
}

Test(packages, files_of_a_case_have_their_place_below_its_folder)
{
    load("casefiles");
    const struct test_case *test = case_named("secret/01");
    cr_assert(eq(sz, test->file_count, 2));
    cr_expect(eq(str, (char *)test->files[0].name, "more/unused.txt"));
    cr_expect(eq(str, (char *)test->files[1].name, "numbers.txt"));
    cr_expect(str_ends(test->files[1].path, "/data/secret/01.files/numbers.txt"));
    cr_expect(package.allow_file_writing);
}

Test(packages, probes_are_data_for_validators)
{
    static const struct {
        const char *name;
        enum probe_kind kind;
        bool has_output;
    } rows[] = {
        { "invalid_input/one", PROBE_INVALID_INPUT, false },
        { "invalid_input/three", PROBE_INVALID_INPUT, false },
        { "invalid_input/large/a", PROBE_INVALID_INPUT, false },
        { "invalid_output/other", PROBE_INVALID_OUTPUT, true },
        { "valid_output/spaces", PROBE_VALID_OUTPUT, true },
        { "valid_output/float/a", PROBE_VALID_OUTPUT, true },
    };
    load("probes");
    cr_assert(eq(sz, package.probe_count, COUNT_OF(rows)));
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct data_probe *probe = &package.probes[i];
        cr_expect(eq(str, (char *)probe->test.name, (char *)rows[i].name));
        cr_expect(eq(int, probe->kind, rows[i].kind));
        bool has_output = probe->test.out_path, has_answer = probe->test.answer_path;
        cr_expect(eq(int, has_output, rows[i].has_output));
        cr_expect(eq(int, has_answer, rows[i].has_output));
    }
    cr_expect(eq(str, (char *)package.probes[2].test.description, "One above the limit."));
    says(package.probes[5].test.output_validator_args, "float_tolerance 0.1 ");
    says(package.probes[4].test.output_validator_args, "");
}

Test(packages, hints_are_told_and_samples_shown)
{
    load("feedback");
    cr_expect(case_named("secret/01")->full_feedback);
    cr_expect(not(case_named("secret/02")->full_feedback));
    cr_expect(eq(str, (char *)case_named("secret/02")->hint, "Numbers may be\nnegative.\n"));
    cr_expect(eq(str, (char *)case_named("secret/02")->description, "The sum is 0."));
    load("samples");
    cr_expect_not_null(case_named("sample/1")->in_statement_path);
    cr_expect_not_null(case_named("sample/1")->ans_statement_path);
    cr_expect_null(case_named("sample/1")->out_path);
    cr_expect(str_ends(case_named("sample/2")->out_path, "/2.out"));
    load("interactive");
    cr_expect_not_null(case_named("sample/1")->interaction_path);
}

Test(packages, constants_and_included_files_are_put_in)
{
    load("constants");
    cr_expect(eq(sz, package.include.count, 1));
    cr_expect(str_is(package.include.files[0].bytes, "1000 {{other}}\n"));
    cr_expect_not_null(strstr(package.input_validators[0].sources.files[0].bytes.at, "> 1000"));
    load("driver");
    cr_expect(eq(sz, package.include.count, 3));
    cr_expect(eq(sz, package.include_python3.count, 2));
    cr_expect(eq(sz, package.include_cpp.count, 1));
}

/* ---- the older formats ---- */

Test(packages, old_groups_inherit_key_by_key)
{
    load("oldgroups");
    cr_expect(eq(int, package.grading, PACKAGE_GRADING_GRADERS));
    cr_expect(package.shows_group_results && !package.objective_is_min);
    const struct grader_settings *root = &package.root->grader,
                                 *secret = &group_named("secret")->grader,
                                 *one = &group_named("secret/one")->grader,
                                 *two = &group_named("secret/two")->grader,
                                 *inner = &group_named("secret/two/b")->grader;
    cr_expect(root->ignores_sample && !root->breaks_on_reject && root->most_score == 60);
    cr_expect(secret->verdict_mode == GRADER_ALWAYS_ACCEPT && !secret->ignores_sample);
    cr_expect(secret->most_score == 60 && !secret->breaks_on_reject);
    cr_expect(one->breaks_on_reject && one->score_mode == GRADER_MIN && one->accept_score == 10);
    cr_expect(one->verdict_mode == GRADER_WORST_ERROR);
    cr_expect(two->verdict_mode == GRADER_ALWAYS_ACCEPT && two->accept_score == 25);
    cr_expect(inner->verdict_mode == GRADER_FIRST_ERROR && inner->score_mode == GRADER_MAX);
    cr_expect(inner->most_score == 50 && inner->accept_score == 25);
    cr_expect(group_named("secret/two/b")->parent == group_named("secret/two"));
    cr_expect(group_named("secret")->parent == package.root);
    says(case_named("secret/two/b/01")->input_validator_args[0], "--negative ");
    says(case_named("secret/two/a")->input_validator_args[0], "");
}

Test(packages, old_cases_and_groups_share_one_order)
{
    static const char *const order[] = { "sample/1", "secret/one/01", "secret/one/02",
                                         "secret/two/a", "secret/two/b/01" };
    load("oldgroups");
    for (size_t i = 0; i < COUNT_OF(order); i++)
        cr_expect(eq(str, (char *)package.cases[i].name, (char *)order[i]));
}

Test(packages, old_validators_are_several_and_share_flags)
{
    load("oldvalidators");
    cr_assert(eq(sz, package.output_validator_count, 2));
    cr_expect(eq(str, (char *)package.output_validators[0].sources.name, "first"));
    cr_expect(eq(str, (char *)package.output_validators[1].sources.name, "second"));
    says(case_named("sample/1")->output_validator_args, "--strict ");
    says(case_named("secret/01")->output_validator_args, "--strict one two ");
    says(case_named("secret/01")->input_validator_args[0], "--any ");
    cr_expect_null(case_named("secret/01")->only_output_validator);
    load("oldvalidatormap");
    cr_expect(case_named("secret/01")->only_output_validator == &package.output_validators[0]);
    says(case_named("secret/01")->output_validator_args, "some words ");
}

Test(packages, an_old_grader_is_a_program)
{
    load("oldgrader");
    cr_assert_not_null(package.grader);
    cr_expect(eq(int, package.grader->kind, PROGRAM_C));
    cr_expect(group_named("secret")->grader.is_custom);
    says(group_named("secret")->grader.flags, "7 ");
    cr_expect(not(group_named("sample")->grader.is_custom));
    load("oldscore");
    cr_expect(package.validator_gives_score && package.objective_is_min);
    cr_expect(isinf(group_named("secret")->grader.most_score));
}

Test(packages, old_folders_expect_other_verdicts)
{
    load("oldplain");
    const struct expectation *slow = &submission_named("time_limit_exceeded/endless.c")->expected;
    cr_expect(slow->permitted[VERDICT_WRONG_ANSWER] && slow->required[VERDICT_TIME_LIMIT]);
    cr_expect(not(slow->permitted[VERDICT_RUN_ERROR]));
    cr_expect(eq(int, catalog_time_limit_use(submission_named("wrong_answer/negative.c")),
                 TIME_LIMIT_UNUSED));
    cr_expect(
        eq(int, catalog_time_limit_use(submission_named("accepted/add.c")), TIME_LIMIT_LOWER));
    cr_expect(package.limits.ac_to_time_limit == 4 && package.limits.time_limit_to_tle == 1.5);
    cr_expect(eq(str, (char *)case_named("secret/01")->hint, "Read both numbers."));
    cr_expect(eq(str, (char *)case_named("secret/02")->description, "The sum is 0."));
    load("oldgroups");
    cr_expect(submission_named("partially_accepted/negative.c")->rules[0]->is_partial);
}

Test(packages, old_time_limits_are_in_many_places)
{
    load("oldnames");
    cr_expect(package.limits.time_limit_us == 2500000);
    cr_expect(eq(str, (char *)package.name, "2048"));
    cr_expect(eq(sz, package.input_validator_count, 1));
    load("olddomjudge");
    cr_expect(package.limits.time_limit_us == 1500000);
    load("oldtimelimit");
    cr_expect(package.limits.time_limit_us == 3000000);
}

Test(packages, the_draft_is_read_as_problemtools_reads_it)
{
    load("draftgroups");
    const struct grader_settings *two = &group_named("secret/two")->grader;
    cr_expect(package.root->grader.ignores_sample && !two->breaks_on_reject);
    cr_expect(two->accept_score == 20 && two->score_mode == GRADER_MIN);
    cr_expect(case_named("secret/two/01")->full_feedback);
    cr_expect(eq(str, (char *)case_named("secret/two/01")->hint, "Negative numbers."));
    cr_expect(eq(str, (char *)case_named("secret/two/01")->description, "The sum is 0."));
    says(case_named("secret/one/01")->output_validator_args, "float_tolerance 1e-6 ");
    load("draftinteractive");
    cr_expect(package.limits.time_limit_to_tle == 4);
    cr_expect(eq(str, (char *)package.output_validators[0].place, "output_validator/interactor"));
}

/* ---- what is tolerated ---- */

static void warns_of(struct catalog_folder *folder, const char *warning)
{
    cr_assert(catalog_folder_load(folder), "%s", folder->err.text);
    cr_expect(catalog_folder_warns(folder, warning), "no warning: %s", warning);
}

Test(packages, folders_of_another_format_are_not_ignored_in_silence)
{
    struct catalog_folder folder;
    catalog_folder_make(&folder);
    catalog_folder_put(&folder, "output_validators/v.c", "int main(void) { return 42; }\n");
    catalog_folder_put(&folder, "problem_statement/problem.tex", "x\n");
    warns_of(&folder, "'output_validators' is ignored: format 2025-09 has no such folder");
    warns_of(&folder, "'problem_statement' is ignored: format 2025-09 has no such folder");
    catalog_folder_put(&folder, "problem.yaml", "name: N\n");
    warns_of(&folder, "'statement' is ignored: format legacy has no such folder");
    catalog_folder_remove(&folder);
}

Test(packages, the_draft_has_a_second_name)
{
    struct catalog_folder folder;
    catalog_folder_make(&folder);
    catalog_folder_put(&folder, "problem.yaml", "problem_format_version: 2023-07\nname: N\n");
    warns_of(&folder, "problem.yaml:1: '2023-07' is not a version; taken for '2023-07-draft'");
    cr_expect(eq(str, (char *)folder.loaded.format, "2023-07-draft"));
    catalog_folder_remove(&folder);
}

Test(packages, what_real_packages_need_is_a_warning)
{
    struct catalog_folder folder;
    catalog_folder_make(&folder);
    catalog_folder_put(&folder, "include/stray.h", "x\n");
    warns_of(&folder,
             "'include/stray.h' is ignored: included files lie in a folder for a language");
    catalog_folder_put(&folder, "problem.yaml",
                       "problem_format_version: 2025-09\r\nname: {en: A, sv: B}\r\n"
                       "uuid: 35aac49e-09a0-4fc1-bbc1-63f4662bbc86\r\n");
    warns_of(&folder, "'problem.yaml': its lines do not end with a newline only");
    warns_of(&folder, "problem.yaml:2: there is a name, but no statement, in 'sv'");
    catalog_folder_put(&folder, "statement/problem.sv.md", "\xef\xbb\xbfText\n");
    warns_of(&folder, "'statement/problem.sv.md': begins with a byte-order mark");
    catalog_folder_put(&folder, "statement/problem.sv.md", "T\xe9xt\n");
    warns_of(&folder, "'statement/problem.sv.md': not UTF-8");
    catalog_folder_put(&folder, "input_validators/check.viva", "x\n");
    warns_of(&folder, "'input_validators/check.viva' is not run: no '.viva' programs here");
    catalog_folder_put(&folder, "input_validators/both/a.c", "x\n");
    catalog_folder_put(&folder, "input_validators/both/b.py", "x\n");
    warns_of(&folder, "'input_validators/both' is not run: its files are not all of one language");
    catalog_folder_put(&folder, "output_validator/run", "#!/bin/sh\nexit 42\n");
    warns_of(&folder, "'output_validator/run' is not executable; it is run all the same");
    catalog_folder_put(&folder, "static_validator/look.c", "int main(void) { return 42; }\n");
    warns_of(&folder, "'static_validator' is not used");
    catalog_folder_remove(&folder);
}

/* Every cut of every YAML file of the older formats loads or is told in one line. */
Test(packages, cut_files_of_the_older_formats_are_told_in_one_line)
{
    static const struct {
        const char *base, *place;
    } files[] = {
        { "oldgroups", "problem.yaml" },
        { "oldgroups", "data/testdata.yaml" },
        { "oldvalidators", "problem.yaml" },
        { "oldvalidators", "data/secret/testdata.yaml" },
        { "olddomjudge", "domjudge-problem.ini" },
        { "oldplain", "problem.yaml" },
        { "draftgroups", "data/secret/two/test_group.yaml" },
    };
    size_t loaded = 0, refused = 0;
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        struct str whole;
        struct err err = { 0 };
        const char *copy = arena_printf(&arena, "%s/pack%zu", top, i);
        const char *path = arena_printf(&arena, "%s/%s", copy, files[i].place);
        catalog_copy_tree(arena_printf(&arena, TREE "/tests/packages/good/%s", files[i].base),
                          copy);
        cr_assert(file_read(path, 1 << 20, &arena, &whole, &err), "%s", err.text);
        for (size_t cut = 0; cut <= whole.length; cut++) {
            FILE *file = fopen(path, "w");
            cr_assert(fwrite(whole.at, 1, cut, file) == cut && fclose(file) == 0);
            err_clear(&err);
            bool loads = catalog_load(copy, &arena, &package, &err);
            *(loads ? &loaded : &refused) += 1;
            cr_expect(loads || (err.kind == ERR_INPUT && !strchr(err.text, '\n')));
            cr_expect(loads || cut < whole.length, "%s", err.text);
        }
    }
    cr_expect(gt(sz, loaded, 100));
    cr_expect(gt(sz, refused, 100));
}
