/* test_verify_rules.c - a judgement against what is said of the submission. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "grader/pipeline/verify_work.h"

enum { CASES = 4 };

/* One submission of four cases in two groups, everything accepted. */
static struct {
    struct arena arena;
    struct package package;
    struct test_group sample, secret;
    struct test_case tests[CASES];
    struct case_result results[CASES];
    struct group_result groups[2];
    struct judgement judgement;
    struct submission_rule rule;
    const struct submission_rule *rules[1];
    struct source_file file;
    struct package_submission submission;
} t;

static void begin(void)
{
    memset(&t, 0, sizeof t);
    t.sample.name = "sample";
    t.secret.name = "secret";
    static const char *const names[CASES] = { "sample/1", "secret/1", "secret/2", "secret/3" };
    for (size_t i = 0; i < CASES; i++) {
        t.tests[i] = (struct test_case){ .name = names[i], .group = i ? &t.secret : &t.sample };
        t.results[i] =
            (struct case_result){ .test = &t.tests[i], .verdict = VERDICT_ACCEPTED, .cause = "" };
    }
    t.groups[0].group = &t.sample;
    t.groups[1].group = &t.secret;
    t.judgement = (struct judgement){ .package = &t.package,
                                      .compile = { .ok = true },
                                      .verdict = VERDICT_ACCEPTED,
                                      .cause = "",
                                      .score = 100,
                                      .max_score = 100,
                                      .cases = t.results,
                                      .case_count = CASES,
                                      .groups = t.groups,
                                      .group_count = 2 };
    t.rule = (struct submission_rule){ .origin = "the rule", .message = "" };
    for (int i = 0; i < VERDICT_COUNT; i++)
        t.rule.expected.permitted[i] = true;
    t.rules[0] = &t.rule;
    t.file = (struct source_file){ "a.c", { "", 0 } };
    t.submission = (struct package_submission){ .sources = { "accepted/a.c", &t.file, 1 },
                                                .folder = "accepted",
                                                .language = "c",
                                                .rules = t.rules,
                                                .rule_count = 1 };
}

static void end(void)
{
    arena_release(&t.arena);
}

TestSuite(verify_rules, .init = begin, .fini = end);

static void fail(size_t i, enum verdict verdict, const char *cause)
{
    t.results[i].verdict = verdict;
    t.results[i].cause = cause;
    if (t.judgement.verdict == VERDICT_ACCEPTED)
        t.judgement.verdict = verdict;
}

/* All findings, a line each. */
static const char *findings(void)
{
    struct part part = { .arena = &t.arena };
    SCOPED_BUF text;
    buf_init(&text, 65536);
    verify_rules(&t.submission, &t.judgement, &part);
    for (size_t i = 0; i < part.made.finding_count; i++)
        buf_printf(&text, "%s %s: %s\n", finding_level_name(part.made.findings[i].level),
                   part.made.findings[i].place, part.made.findings[i].text);
    return arena_strdup(&t.arena, buf_text(&text));
}

Test(verify_rules, nothing_is_found_where_everything_is_as_said)
{
    cr_expect_str_eq(findings(), "");
}

Test(verify_rules, what_is_not_permitted_is_told_once_a_verdict_with_the_first_case)
{
    t.rule.expected.permitted[VERDICT_WRONG_ANSWER] = false;
    t.rule.expected.permitted[VERDICT_RUN_ERROR] = false;
    fail(1, VERDICT_WRONG_ANSWER, "no");
    fail(2, VERDICT_RUN_ERROR, "exit status 1");
    fail(3, VERDICT_WRONG_ANSWER, "again");
    cr_expect_str_eq(findings(),
                     "error submissions/accepted/a.c: the rule does not permit WA: secret/1 and 1 "
                     "more: no\n"
                     "error submissions/accepted/a.c: the rule does not permit RTE: secret/2: exit "
                     "status 1\n");
}

Test(verify_rules, what_is_required_must_happen_in_a_case_that_the_rule_is_about)
{
    static const bool applies[CASES] = { true, false, false, false };
    t.rule.expected.required[VERDICT_TIME_LIMIT] = true;
    t.rule.expected.required[VERDICT_WRONG_ANSWER] = true;
    const char *wanted = "error submissions/accepted/a.c: the rule requires WA/TLE, but no test "
                         "case gave that; it is ";
    cr_expect_str_eq(findings(), arena_printf(&t.arena, "%sAC\n", wanted));
    fail(3, VERDICT_TIME_LIMIT, "slow");
    cr_expect_str_eq(findings(), "");
    t.rule.applies = applies;
    cr_expect_str_eq(findings(), arena_printf(&t.arena, "%sTLE\n", wanted));
}

/* Static validation is one more test case, and graders have the last word. */
Test(verify_rules, the_verdict_of_the_whole_counts_beside_those_of_cases)
{
    t.rule.expected.required[VERDICT_WRONG_ANSWER] = true;
    t.rule.expected.permitted[VERDICT_RUN_ERROR] = false;
    t.judgement.verdict = VERDICT_WRONG_ANSWER;
    cr_expect_str_eq(findings(), "");
    t.rule.expected.permitted[VERDICT_WRONG_ANSWER] = false;
    t.judgement.cause = "static";
    cr_expect_str_eq(findings(), "error submissions/accepted/a.c: the rule does not permit WA as a "
                                 "whole: static\n");
    t.judgement.verdict = VERDICT_ACCEPTED;
    t.rule.expected.required[VERDICT_WRONG_ANSWER] = false;
    t.results[1].verdict = VERDICT_WRONG_ANSWER;
    cr_expect(strstr(findings(), "does not permit WA: secret/1"));
    t.package.grading = PACKAGE_GRADING_GRADERS;
    cr_expect_str_eq(findings(), "");
}

Test(verify_rules, cases_that_were_not_judged_say_nothing)
{
    t.submission.folder = "rejected";
    t.rule.expected.permitted[VERDICT_NONE] = false;
    fail(1, VERDICT_WRONG_ANSWER, "no");
    t.results[2].verdict = t.results[3].verdict = VERDICT_NONE;
    cr_expect_str_eq(findings(), "");
}

Test(verify_rules, a_group_that_no_accepted_submission_is_run_on_is_unreachable)
{
    t.results[3].verdict = VERDICT_NONE;
    t.results[3].cause = "not run: it needs 'secret/9', which did not pass";
    cr_expect_str_eq(findings(),
                     "error data/secret: unreachable: an accepted submission "
                     "(submissions/accepted/a.c) is not run on it: not run: it needs 'secret/9', "
                     "which did not pass\n");
}

Test(verify_rules, a_message_must_be_part_of_what_a_judge_says)
{
    t.rule.message = "line 7";
    cr_expect(strstr(findings(), "wants 'line 7' in a judge message, but none has it"));
    t.results[2].judge_message = "wrong on line 7 of output";
    cr_expect_str_eq(findings(), "");
    t.results[2].judge_message = NULL;
    t.results[2].team_message = "see line 7";
    cr_expect_str_eq(findings(), "");
}

Test(verify_rules, a_score_must_lie_within_its_bounds)
{
    t.rule.has_score = true;
    t.rule.score_least = 10;
    t.rule.score_most = 20;
    cr_expect(strstr(findings(), "wants a score from 10 to 20; it is 100"));
    t.rule.group = &t.secret;
    t.groups[1].score = 20;
    cr_expect_str_eq(findings(), "");
    t.groups[1].score = 9.9;
    cr_expect(strstr(findings(), "it is 9.9"));
}

Test(verify_rules, partially_accepted_is_less_than_the_best)
{
    t.rule.is_partial = true;
    cr_expect(strstr(findings(), "wants less than the best score; it is 100"));
    t.judgement.score = 99;
    cr_expect_str_eq(findings(), "");
    t.judgement.score = 100;
    t.judgement.max_score = INFINITY;
    cr_expect_str_eq(findings(), "");
}

Test(verify_rules, a_judging_error_and_a_compile_error_end_it)
{
    t.rule.expected.required[VERDICT_WRONG_ANSWER] = true;
    t.judgement.verdict = VERDICT_JUDGE_ERROR;
    t.judgement.cause = "the validator died";
    cr_expect_str_eq(findings(),
                     "error submissions/accepted/a.c: judging error: the validator died\n");
    struct diagnostic error = { "a.c", 3, 7, "error", "no such thing" };
    t.judgement.verdict = VERDICT_COMPILE_ERROR;
    t.judgement.cause = "cannot compile";
    t.judgement.compile = (struct compile_result){ .diagnostics = &error, .diagnostic_count = 1 };
    cr_expect_str_eq(findings(), "error submissions/accepted/a.c: it does not compile: cannot "
                                 "compile: a.c:3:7: no such thing\n");
    t.submission.rule_count = 0; /* of a folder that nobody says anything of */
    cr_expect_str_eq(findings(), "");
}

static void set_source(const char *text)
{
    t.file.bytes = str_of(text);
}

Test(verify_rules, a_tag_is_about_the_whole)
{
    set_source("/* @EXPECTED_RESULTS@: WRONG-ANSWER, TIMELIMIT */");
    cr_expect(strstr(findings(), "@EXPECTED_RESULTS@ says WRONG-ANSWER, TIMELIMIT; it is AC"));
    fail(2, VERDICT_TIME_LIMIT, "slow");
    cr_expect_str_eq(findings(), "");
    set_source("/* @EXPECTED_RESULTS@: CHECK-MANUALLY */");
    cr_expect_str_eq(findings(), "");
    set_source("/* @EXPECTED_RESULTS@: TIMELIMIT, SLOWISH */");
    cr_expect_str_eq(findings(), "warning submissions/accepted/a.c: @EXPECTED_RESULTS@ has the "
                                 "unknown word 'SLOWISH'\n");
}

Test(verify_rules, says_in_a_word_what_is_expected)
{
    static const struct {
        const char *permitted, *required, *tag, *wanted;
    } rows[] = {
        { "AC", "", "", "AC" },
        { "AC WA", "WA", "", "WA" },
        { "AC WA TLE RTE", "WA TLE RTE", "", "WA/TLE/RTE" },
        { "AC TLE WA", "TLE", "", "TLE; WA too" },
        { "AC", "", "@EXPECTED_RESULTS@: CORRECT, TIMELIMIT", "AC, tag AC/TLE" },
        { "AC WA TLE RTE", "", "@EXPECTED_RESULTS@: RUN-ERROR", "AC/WA/TLE/RTE, tag RTE" },
        { "AC WA TLE RTE", "", "@EXPECTED_RESULTS@: CHECK-MANUALLY", "AC/WA/TLE/RTE, tag any" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct expectation *e = &t.submission.expected;
        *e = (struct expectation){ .permitted = { false } };
        for (int v = 0; v < VERDICT_COUNT; v++) {
            const char *code = verdict_big5((enum verdict)v);
            e->permitted[v] = strstr(rows[i].permitted, code) != NULL;
            e->required[v] = strstr(rows[i].required, code) != NULL;
        }
        set_source(rows[i].tag);
        cr_expect_str_eq(verify_expected(&t.submission, &t.arena), rows[i].wanted);
    }
    t.submission.rule_count = 0;
    set_source("");
    cr_expect_str_eq(verify_expected(&t.submission, &t.arena), "any");
    set_source("@EXPECTED_RESULTS@: MEMORY-LIMIT");
    cr_expect_str_eq(verify_expected(&t.submission, &t.arena), "tag MLE");
}
