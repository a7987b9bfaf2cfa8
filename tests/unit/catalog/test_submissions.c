/* test_submissions.c - example submissions, and what is expected of them. */
#include "grader/catalog/submissions.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
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

TestSuite(submissions, .init = make, .fini = clean_up);

static void loads(void)
{
    cr_assert(catalog_folder_load(&folder), "%s", folder.err.text);
}

static void loads_with(const char *text)
{
    catalog_folder_put(&folder, "submissions/submissions.yaml", text);
    loads();
}

static void fails_with(const char *text, const char *message)
{
    catalog_folder_put(&folder, "submissions/submissions.yaml", text);
    cr_assert(not(catalog_folder_load(&folder)), "accepted: %s", text);
    cr_assert(eq(int, folder.err.kind, ERR_INPUT));
    cr_assert(eq(str, (char *)catalog_folder_error(&folder), (char *)message));
}

static const struct package_submission *submission(const char *name)
{
    const struct package_submission *found = catalog_folder_submission(&folder, name);
    cr_assert_not_null(found, "%s", name);
    return found;
}

/* "AC WA|WA": permitted and required, by our fine codes in the order of the enum. */
static const char *in_words(const struct expectation *expected)
{
    char text[128] = "";
    const bool *const lists[] = { expected->permitted, expected->required };
    for (int k = 0; k < 2; k++) {
        for (int i = 0; i < VERDICT_COUNT; i++)
            if (lists[k][i]) {
                strcat(text, verdict_code((enum verdict)i));
                strcat(text, " ");
            }
        strcat(text, k == 0 ? "| " : "");
    }
    return arena_strdup(&folder.arena, text);
}

static void expects(const char *name, const char *words)
{
    cr_assert(eq(str, (char *)in_words(&submission(name)->expected), (char *)words), "%s", name);
}

/* FORMAT.md section 5; MLE and SV count as RTE, OLE as WA (ICPC CCS). */
Test(submissions, folders_have_the_formats_defaults)
{
    static const struct {
        const char *folder, *words;
        enum time_limit_use use;
    } rows[] = {
        { "accepted", "AC | ", TIME_LIMIT_LOWER },
        { "rejected", "AC WA TLE MLE OLE RTE SV | WA TLE MLE OLE RTE SV ", TIME_LIMIT_UNUSED },
        { "wrong_answer", "AC WA OLE | WA OLE ", TIME_LIMIT_LOWER },
        { "time_limit_exceeded", "AC TLE | TLE ", TIME_LIMIT_UPPER },
        { "run_time_error", "AC MLE RTE SV | MLE RTE SV ", TIME_LIMIT_LOWER },
        { "brute_force", "AC TLE MLE RTE SV | TLE MLE RTE SV ", TIME_LIMIT_UNUSED },
        { "elsewhere", "AC WA TLE MLE OLE RTE SV | ", TIME_LIMIT_UNUSED },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        catalog_folder_put(
            &folder, arena_printf(&folder.arena, "submissions/%s/x.c", rows[i].folder), "int x;\n");
    loads();
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const char *name = arena_printf(&folder.arena, "%s/x.c", rows[i].folder);
        expects(name, rows[i].words);
        cr_assert(eq(str, (char *)submission(name)->folder, (char *)rows[i].folder));
        cr_assert_eq(catalog_time_limit_use(submission(name)), rows[i].use, "%s", name);
    }
    cr_assert(eq(sz, folder.loaded.warning_count, 1));
    cr_assert(catalog_folder_warns(&folder, "'submissions/elsewhere': the format has no such"));
}

Test(submissions, languages_follow_the_endings)
{
    static const struct {
        const char *place, *name, *language;
    } rows[] = {
        { "accepted/a.cc", "accepted/a.cc", "cpp" },
        { "accepted/b.cpp", "accepted/b.cpp", "cpp" },
        { "accepted/c.py", "accepted/c.py", "python3" },
        { "accepted/d.java", "accepted/d.java", "other" },
        { "accepted/e/main.c", "accepted/e", "c" },
        { "accepted/e/more.h", "accepted/e", "c" },
        { "accepted/f/main.c", "accepted/f", "other" },
        { "accepted/f/main.cpp", "accepted/f", "other" },
        { "accepted/g/only.h", "accepted/g", "other" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        catalog_folder_put(&folder, arena_printf(&folder.arena, "submissions/%s", rows[i].place),
                           "x\n");
    loads();
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        cr_assert(eq(str, (char *)submission(rows[i].name)->language, (char *)rows[i].language));
    cr_assert(eq(sz, submission("accepted/e")->sources.count, 2));
    loads_with("accepted/d.java: {language: java, entrypoint: Main}\n");
    cr_assert(eq(str, (char *)submission("accepted/d.java")->language, "java"));
    cr_assert(eq(str, (char *)submission("accepted/d.java")->entry_point, "Main"));
}

Test(submissions, the_model_solution_is_the_marked_one_or_the_first_accepted)
{
    catalog_folder_put(&folder, "submissions/accepted/a.py", "x\n");
    catalog_folder_put(&folder, "submissions/accepted/z.c", "x\n");
    loads();
    cr_assert(
        eq(str, (char *)catalog_model_solution(&folder.loaded)->sources.name, "accepted/good.c"));
    loads_with("accepted/z.c: {model_solution: true}\naccepted/a.py: {model_solution: true}\n");
    cr_assert(
        eq(str, (char *)catalog_model_solution(&folder.loaded)->sources.name, "accepted/z.c"));
    loads_with("accepted/*: {model_solution: true}\naccepted/good.c: {model_solution: false}\n");
    cr_assert(
        eq(str, (char *)catalog_model_solution(&folder.loaded)->sources.name, "accepted/z.c"));
}

Test(submissions, naming_a_folder_replaces_its_default_and_a_glob_adds_to_it)
{
    catalog_folder_put(&folder, "submissions/time_limit_exceeded/s.c", "x\n");
    loads_with("time_limit_exceeded:\n  permitted: [AC, WA, TLE]\n");
    expects("time_limit_exceeded/s.c", "AC WA TLE OLE | TLE ");
    cr_assert(eq(sz, submission("time_limit_exceeded/s.c")->rule_count, 1));
    loads_with("time_limit_exceeded/*:\n  permitted: [TLE, WA]\n");
    expects("time_limit_exceeded/s.c", "TLE | TLE ");
    cr_assert(eq(sz, submission("time_limit_exceeded/s.c")->rule_count, 2));
    loads_with("time_limit_exceeded: {required: [AC, WA, TLE, RTE], permitted: [AC]}\n");
    expects("time_limit_exceeded/s.c", "AC | ");
    fails_with("accepted/*: {permitted: [WA]}\n",
               "submissions/submissions.yaml:1: what it wants of 'accepted/good.c' contradicts "
               "another rule");
    fails_with("accepted: {required: [TLE]}\n",
               "submissions/submissions.yaml:1: what it wants of 'accepted/good.c' contradicts "
               "another rule");
}

Test(submissions, rules_for_groups_and_cases_say_which_cases)
{
    loads_with("wrong_answer/bad.c:\n"
               "  sample: {permitted: [AC]}\n"
               "  'secret/1-*': {permitted: [AC, WA], required: [WA], message: 'got 5'}\n"
               "  secret/{1-files/02,2-made/b}: {use_for_time_limit: false}\n");
    const struct package_submission *bad = submission("wrong_answer/bad.c");
    cr_assert(eq(sz, bad->rule_count, 4)); /* the folder's, and three; none for all cases */
    cr_assert(eq(str, (char *)bad->rules[0]->origin, "folder 'wrong_answer'"));
    cr_assert_null(bad->rules[0]->applies);
    static const bool wanted[3][5] = {
        { true, false, false, false, false },
        { false, true, true, false, false },
        { false, false, true, false, true },
    };
    for (size_t i = 0; i < 3; i++)
        for (size_t k = 0; k < 5; k++)
            cr_assert_eq(bad->rules[i + 1]->applies[k], wanted[i][k], "%zu %zu", i, k);
    cr_assert(eq(str, (char *)bad->rules[1]->group->name, "sample"));
    cr_assert_null(bad->rules[2]->group);
    cr_assert(eq(str, (char *)bad->rules[2]->message, "got 5"));
    cr_assert(eq(int, bad->rules[3]->time_limit_use, TIME_LIMIT_UNUSED));
    cr_assert(eq(str, (char *)bad->rules[3]->origin, "submissions/submissions.yaml:4"));
    expects("wrong_answer/bad.c", "AC WA OLE | WA OLE ");
}

Test(submissions, use_for_time_limit_overrides_the_folder)
{
    loads_with("accepted/good.c: {use_for_time_limit: false}\n"
               "wrong_answer: {use_for_time_limit: lower}\n");
    cr_assert(eq(int, catalog_time_limit_use(submission("accepted/good.c")), TIME_LIMIT_UNUSED));
    cr_assert(eq(int, catalog_time_limit_use(submission("wrong_answer/bad.c")), TIME_LIMIT_LOWER));
    loads_with("wrong_answer: {use_for_time_limit: true}\n");
    cr_assert(eq(int, catalog_time_limit_use(submission("wrong_answer/bad.c")), TIME_LIMIT_LOWER));
}

Test(submissions, what_is_wrong_is_told_with_its_line)
{
    static const char file[] = "submissions/submissions.yaml";
    static const struct {
        const char *text, *message;
    } rows[] = {
        { "accepted/*: {permited: [AC]}\n",
          ":1:14: unknown key 'permited'; did you mean 'permitted'?" },
        { "accepted/*: {secret/9: {permitted: [AC]}}\n",
          ":1:14: 'secret/9' is neither a known key nor a group or case below data/" },
        { "accepted/*: {sample: {model_solution: true}}\n",
          ":1:23: unknown key 'accepted/*.sample.model_solution'" },
        { "accepted/*: {permitted: [OK]}\n",
          ":1:25: unknown verdict 'OK'; the format knows AC, WA, TLE, RTE" },
        { "accepted/*: {permitted: []}\n", ":1:25: 'accepted/*.permitted' must be a string or a "
                                           "list with at least one, not a list" },
        { "accepted/*: {score: 5}\n", ":1:14: 'score' is only for problems of type scoring" },
        { "accepted/*: {use_for_time_limit: both}\n",
          ":1:34: 'use_for_time_limit' must be true, false, lower or upper" },
        { "accepted/*: {model_solution: 1}\n",
          ":1:30: 'accepted/*.model_solution' must be true or false, not 1" },
        { "accepted/**: {}\n",
          ":1:1: cannot use the pattern 'accepted/**': '**' is not part of the format" },
        { "'accepted/[ab].c': {}\n", ":1:1: cannot use the pattern 'accepted/[ab].c': '[', ']' and "
                                     "'?' are not part of the format" },
        { "- a\n", ":1:1: 'the file' must be a mapping of patterns" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        fails_with(rows[i].text, arena_printf(&folder.arena, "%s%s", file, rows[i].message));
}

Test(submissions, a_score_is_a_number_or_a_range)
{
    catalog_folder_put(&folder, "problem.yaml",
                       "problem_format_version: 2025-09\nname: N\ntype: scoring\n"
                       "uuid: 35aac49e-09a0-4fc1-bbc1-63f4662bbc86\n");
    catalog_folder_make_paying(&folder);
    loads_with(
        "accepted/*: {score: 50, authors: [{name: A}]}\nwrong_answer/*: {score: [1, 2.5]}\n");
    const struct submission_rule *rule = submission("accepted/good.c")->rules[1];
    cr_assert(rule->has_score && rule->score_least == 50 && rule->score_most == 50);
    rule = submission("wrong_answer/bad.c")->rules[1];
    cr_assert(rule->has_score && rule->score_least == 1 && rule->score_most == 2.5);
    fails_with("accepted/*: {score: [2, 1]}\n",
               "submissions/submissions.yaml:1:25: 'accepted/*.score[1]' must be a number from 2 "
               "to 1e+12, not 1");
    fails_with("accepted/*: {score: [1, 2, 3]}\n",
               "submissions/submissions.yaml:1:21: 'score' must be a number or a list of two");
}

Test(submissions, patterns_and_files_that_do_nothing_are_warned_of)
{
    catalog_folder_put(&folder, "submissions/stray.c", "x\n");
    loads_with("accepted/nothing.c: {model_solution: true}\nbrute_force: {permitted: [AC]}\n");
    cr_assert(catalog_folder_warns(&folder, "submissions/submissions.yaml:1: the pattern "
                                            "'accepted/nothing.c' matches no submission"));
    cr_assert(catalog_folder_warns(&folder, "'submissions/stray.c' is ignored"));
    cr_assert(eq(sz, folder.loaded.warning_count, 2));
}

Test(submissions, an_empty_folder_is_no_program)
{
    catalog_folder_put(&folder, "submissions/accepted/empty/.keep", "");
    cr_assert(not(catalog_folder_load(&folder)));
    cr_assert(eq(str, (char *)catalog_folder_error(&folder),
                 "cannot use 'submissions/accepted/empty': the folder has no files"));
}
