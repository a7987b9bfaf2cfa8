/* test_rubric_score.c - points by hand calculation, reasons as a candidate reads them. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "grader/rubric/paid.h"
#include "grader/rubric/rubric_score.h"
#include "tests/support/report_sample.h"

static struct arena arena;

static void release(void)
{
    report_sample_clean();
    arena_release(&arena);
}

TestSuite(rubric_score, .fini = release);

static void pay(const struct rubric *rubric, const struct judgement *judgement,
                struct report_score *out)
{
    const struct rubric_evidence evidence = { judgement, NULL, NULL };
    rubric_score(rubric, &evidence, &arena, out);
}

static struct report_score score(const struct judgement *judgement)
{
    struct report_score out;
    pay(report_sample_rubric(&arena), judgement, &out);
    return out;
}

/* sample 2, secret/1-small 2, secret/2-edge 2, all accepted. */
static struct judgement *accepted(void)
{
    return report_sample_judgement(&arena, "1\n", "1\n");
}

static void fail(struct judgement *judgement, size_t i, enum verdict verdict)
{
    judgement->cases[i].verdict = verdict;
    if (judgement->verdict == VERDICT_ACCEPTED)
        judgement->verdict = verdict;
    for (size_t g = 0; g < judgement->group_count; g++)
        if (judgement->groups[g].group == judgement->cases[i].test->group)
            judgement->groups[g].verdict = verdict;
}

Test(rubric_score, everything_accepted_is_full_points)
{
    struct report_score out = score(accepted());
    cr_assert_eq(out.points, 60);
    cr_assert_eq(out.max_points, 60);
    cr_assert(out.passed);
    cr_assert_str_eq(out.criteria[0].reason, "All 2 groups of hidden tests passed.");
    cr_assert_str_eq(out.criteria[0].level, "strong");
    cr_assert_str_eq(out.criteria[1].reason, "All 6 tests passed.");
}

Test(rubric_score, a_failed_group_takes_its_share)
{
    struct judgement *judgement = accepted();
    fail(judgement, 5, VERDICT_TIME_LIMIT);
    struct report_score out = score(judgement);
    cr_assert_float_eq(out.points, 22.5, 1e-9); /* 45 / 2 */
    cr_assert_not(out.passed);                  /* 22.5 < 70 % of 60 = 42 */
    cr_assert_str_eq(out.criteria[0].reason,
                     "1 of 2 groups of hidden tests passed; each pays 22.5 points. Failed: "
                     "secret/2-edge (time limit exceeded).");
    cr_assert_str_eq(out.criteria[0].level, "adequate");
    cr_assert_str_eq(out.criteria[1].reason,
                     "5 of 6 tests passed; these points are paid only when every test passes. The "
                     "first that failed is in secret/2-edge: time limit exceeded.");
    cr_assert_str_eq(out.criteria[1].level, "weak");
}

Test(rubric_score, what_did_not_run_is_told)
{
    struct judgement *judgement = accepted();
    fail(judgement, 0, VERDICT_WRONG_ANSWER);
    for (size_t i = 1; i < 6; i++)
        judgement->cases[i].verdict = VERDICT_NONE;
    struct report_score out = score(judgement);
    cr_assert_eq(out.points, 0);
    cr_assert_str_eq(out.criteria[0].reason,
                     "0 of 2 groups of hidden tests passed; each pays 22.5 points. 2 groups did "
                     "not run after a failure.");
    cr_assert(strstr(out.criteria[1].reason, "0 of 1 tests passed (5 more did not run)"));
}

Test(rubric_score, a_failed_sample_costs_completeness_alone)
{
    struct judgement *judgement = accepted();
    fail(judgement, 1, VERDICT_WRONG_ANSWER);
    struct report_score out = score(judgement);
    cr_assert_eq(out.points, 45);
    cr_assert(out.passed);
}

Test(rubric_score, what_does_not_compile_gets_nothing_and_a_reason)
{
    struct judgement *judgement = accepted();
    judgement->verdict = VERDICT_COMPILE_ERROR;
    judgement->compile.ok = false;
    for (size_t i = 0; i < 6; i++)
        judgement->cases[i].verdict = VERDICT_NONE;
    struct report_score out = score(judgement);
    cr_assert_eq(out.points, 0);
    cr_assert_str_eq(out.criteria[0].reason, "The program did not compile, so no test could run.");
}

Test(rubric_score, parts_not_in_force_cost_nothing_and_say_so)
{
    struct report_score out = score(accepted());
    cr_assert_eq(out.criterion_count, 5);
    for (size_t i = 2; i < 5; i++) {
        cr_assert_not(out.criteria[i].in_force);
        cr_assert_eq(out.criteria[i].points, 0);
        cr_assert_str_eq(out.criteria[i].level, "");
        cr_assert_str_eq(out.criteria[i].reason,
                         i == 4 ? "The code was not inspected. It costs no points."
                                : "The problem does not say how its cost may grow. It costs no "
                                  "points.");
    }
}

Test(rubric_score, growth_is_paid_and_a_suspicion_caps_it)
{
    struct growth growth = *report_sample_growth(&arena, false);
    const struct rubric_evidence evidence = { accepted(), &growth, NULL };
    struct report_score out;
    rubric_score(report_sample_rubric(&arena), &evidence, &arena, &out);
    cr_assert_eq(out.points, 85);
    cr_assert_eq(out.max_points, 85);
    growth.suspicion = "it switches counting off";
    rubric_score(report_sample_rubric(&arena), &evidence, &arena, &out);
    cr_assert_eq(out.points, 60);
    cr_assert_eq(out.max_points, 85);
    cr_assert(strstr(out.criteria[2].reason, "No more than 0 %: The count may be false"));
}

Test(rubric_score, a_scoring_package_pays_its_share)
{
    struct judgement *judgement = accepted();
    ((struct package *)judgement->package)->kinds = PACKAGE_SCORING;
    judgement->score = 63;
    judgement->max_score = 100;
    struct report_score out = score(judgement);
    cr_assert_float_eq(out.criteria[0].points, 28.4, 1e-9); /* 45 × 0.63 = 28.35 */
    cr_assert_str_eq(out.criteria[0].reason, "The tests paid 63 of the problem's 100 points.");
    judgement->max_score = INFINITY;
    cr_assert_eq(score(judgement).criteria[0].points, 45);
    judgement->max_score = 0;
    cr_assert_eq(score(judgement).criteria[0].points, 45);
    judgement->max_score = 50;
    cr_assert_eq(score(judgement).criteria[0].points, 45, "never more than all");
}

Test(rubric_score, many_failed_groups_are_counted_not_listed)
{
    struct judgement *judgement = accepted();
    struct test_group groups[6];
    struct test_case tests[6];
    struct case_result cases[6];
    struct group_result results[6];
    static char names[6][16];
    for (size_t i = 0; i < 6; i++) {
        snprintf(names[i], sizeof names[i], "secret/%zu", i);
        groups[i] =
            (struct test_group){ .name = names[i], .parent = judgement->package->groups[1] };
        tests[i] = (struct test_case){ .name = "t", .group = &groups[i] };
        cases[i] = (struct case_result){ .test = &tests[i], .verdict = VERDICT_RUN_ERROR };
        results[i] = (struct group_result){ .group = &groups[i], .verdict = VERDICT_RUN_ERROR };
    }
    judgement->cases = cases;
    judgement->groups = results;
    judgement->case_count = judgement->group_count = 6;
    judgement->verdict = VERDICT_RUN_ERROR;
    struct report_score out = score(judgement);
    cr_assert(strstr(out.criteria[0].reason, "secret/2 (run-time error) and 3 more."), "%s",
              out.criteria[0].reason);
}

/* A rubric of one criterion, to be changed. */
static struct rubric one_criterion(enum evidence_kind evidence)
{
    static struct rubric_level level = { 0, "some", "text" };
    static struct rubric_criterion criterion;
    criterion = (struct rubric_criterion){ .id = "a",
                                           .title = "A",
                                           .part = PART_CORRECTNESS,
                                           .evidence = evidence,
                                           .weight = 100,
                                           .in_force = true,
                                           .levels = &level,
                                           .level_count = 1 };
    return (struct rubric){
        .id = "x", .title = "X", .pass_percent = 50, .criteria = &criterion, .criterion_count = 1
    };
}

Test(rubric_score, a_scale_bends_what_a_share_pays)
{
    struct rubric_corner scale[] = { { 0, 0.1 }, { 0.25, 0.1 }, { 0.75, 0.9 }, { 1, 1 } };
    struct rubric rubric = one_criterion(EVIDENCE_TEST_GROUPS);
    rubric.criteria[0].scale = scale;
    rubric.criteria[0].scale_count = COUNT_OF(scale);
    struct judgement *judgement = accepted();
    struct report_score out;
    pay(&rubric, judgement, &out);
    cr_assert_eq(out.points, 100);
    fail(judgement, 5, VERDICT_TIME_LIMIT); /* one group of two: at 0.5, half way from 0.1 to 0.9 */
    pay(&rubric, judgement, &out);
    cr_assert_float_eq(out.points, 50, 1e-9);
    cr_assert(strstr(out.criteria[0].reason, "By the rubric's scale that pays 50 %."));
    cr_assert_null(strstr(out.criteria[0].reason, "each pays"));
    fail(judgement, 3, VERDICT_TIME_LIMIT);
    pay(&rubric, judgement, &out);
    cr_assert_float_eq(out.points, 10, 1e-9);
}

Test(rubric_score, the_lowest_cap_that_applies_holds_and_says_why)
{
    struct rubric_cap caps[] = {
        { CAP_TEST_FAILS, 0.4, "Unfinished." },
        { CAP_RUN_ERROR, 0.2, "It crashes." },
        { CAP_FORBIDDEN_CALL, 0, "No." },
    };
    struct rubric rubric = one_criterion(EVIDENCE_TEST_GROUPS);
    rubric.criteria[0].caps = caps;
    rubric.criteria[0].cap_count = COUNT_OF(caps);
    struct judgement *judgement = accepted();
    struct report_score out;
    pay(&rubric, judgement, &out);
    cr_assert_eq(out.points, 100);
    fail(judgement, 5, VERDICT_RUN_ERROR);
    pay(&rubric, judgement, &out);
    cr_assert_float_eq(out.points, 20, 1e-9);
    cr_assert(strstr(out.criteria[0].reason, "No more than 20 %: It crashes."));
}

Test(rubric_score, a_cap_above_what_is_paid_is_not_spoken_of)
{
    struct rubric_cap cap = { CAP_TEST_FAILS, 0.9, "Unfinished." };
    struct rubric rubric = one_criterion(EVIDENCE_TEST_GROUPS);
    rubric.criteria[0].caps = &cap;
    rubric.criteria[0].cap_count = 1;
    struct judgement *judgement = accepted();
    fail(judgement, 5, VERDICT_RUN_ERROR);
    struct report_score out;
    pay(&rubric, judgement, &out);
    cr_assert_float_eq(out.points, 50, 1e-9);
    cr_assert_null(strstr(out.criteria[0].reason, "Unfinished"));
}

Test(rubric_score, every_condition_of_a_cap_is_met_by_its_own_evidence)
{
    static const struct {
        enum cap_condition when;
        enum verdict verdict;
        size_t failed; /* the case; 0 and 1 are samples */
    } rows[] = {
        { CAP_SAMPLE_FAILS, VERDICT_WRONG_ANSWER, 1 },
        { CAP_TEST_FAILS, VERDICT_OUTPUT_LIMIT, 3 },
        { CAP_WRONG_ANSWER, VERDICT_WRONG_ANSWER, 3 },
        { CAP_TIME_LIMIT, VERDICT_TIME_LIMIT, 3 },
        { CAP_MEMORY_LIMIT, VERDICT_MEMORY_LIMIT, 3 },
        { CAP_OUTPUT_LIMIT, VERDICT_OUTPUT_LIMIT, 3 },
        { CAP_RUN_ERROR, VERDICT_RUN_ERROR, 3 },
        { CAP_FORBIDDEN_CALL, VERDICT_FORBIDDEN_CALL, 3 },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct rubric_cap cap = { rows[i].when, 0, "x" };
        struct rubric rubric = one_criterion(EVIDENCE_COMPILE);
        struct report_score out;
        rubric.criteria[0].caps = &cap;
        rubric.criteria[0].cap_count = 1;
        struct judgement *judgement = accepted();
        pay(&rubric, judgement, &out);
        cr_assert_eq(out.points, 100, "%s", cap_condition_name(rows[i].when));
        fail(judgement, rows[i].failed, rows[i].verdict);
        pay(&rubric, judgement, &out);
        cr_assert_eq(out.points, 0, "%s", cap_condition_name(rows[i].when));
        cap.when = rows[i].verdict == VERDICT_TIME_LIMIT ? CAP_RUN_ERROR : CAP_WHITE_SPACE;
        pay(&rubric, judgement, &out);
        cr_assert_eq(out.points, 100, "%s", cap_condition_name(rows[i].when));
    }
}

Test(rubric_score, what_does_not_compile_fails_every_sample_and_test)
{
    struct judgement *judgement = accepted();
    for (size_t i = 0; i < judgement->case_count; i++)
        judgement->cases[i].verdict = VERDICT_NONE;
    judgement->verdict = VERDICT_COMPILE_ERROR;
    judgement->compile.ok = false;
    static const enum cap_condition held[] = { CAP_COMPILE_ERROR, CAP_SAMPLE_FAILS,
                                               CAP_TEST_FAILS };
    for (size_t i = 0; i < COUNT_OF(held); i++) {
        struct rubric_cap cap = { held[i], 0, "x" };
        struct rubric_criterion criterion = { .caps = &cap, .cap_count = 1 };
        const struct rubric_evidence evidence = { judgement, NULL, NULL };
        cr_assert_not_null(paid_cap(&criterion, &evidence));
        cap.when = CAP_RUN_ERROR;
        cr_assert_null(paid_cap(&criterion, &evidence));
    }
    struct rubric rubric = one_criterion(EVIDENCE_COMPILE);
    struct report_score out;
    pay(&rubric, judgement, &out);
    cr_assert_eq(out.points, 0);
    cr_assert_str_eq(out.criteria[0].reason, "The program did not compile.");
}

Test(rubric_score, samples_are_paid_one_by_one)
{
    struct rubric rubric = one_criterion(EVIDENCE_SAMPLES);
    struct judgement *judgement = accepted();
    fail(judgement, 1, VERDICT_WRONG_ANSWER);
    struct report_score out;
    pay(&rubric, judgement, &out);
    cr_assert_float_eq(out.points, 50, 1e-9);
    cr_assert_str_eq(out.criteria[0].reason, "1 of 2 samples of the statement passes.");
}

Test(rubric_score, a_problem_may_have_weights_and_a_bar_of_its_own)
{
    struct rubric rubric = *report_sample_rubric(&arena);
    struct rubric_change changes[] = {
        { .criterion_id = "groups", .has_weight = true, .weight = 20 },
        { .criterion_id = "complete", .has_weight = true, .weight = 40 },
    };
    struct rubric_adjustment adjustment = { .problem_id = "lrucache",
                                            .has_pass_percent = true,
                                            .pass_percent = 10,
                                            .changes = changes,
                                            .change_count = 2 };
    rubric.adjustments = &adjustment;
    rubric.adjustment_count = 1;
    struct judgement *judgement = accepted();
    fail(judgement, 5, VERDICT_TIME_LIMIT);
    struct report_score out;
    pay(&rubric, judgement, &out);
    cr_assert_float_eq(out.points, 10, 1e-9); /* 20 / 2 of 60: above 10 % */
    cr_assert_float_eq(out.pass_percent, 10, 1e-9);
    cr_assert(out.passed);
    adjustment.problem_id = "other";
    pay(&rubric, judgement, &out);
    cr_assert_float_eq(out.points, 22.5, 1e-9);
    cr_assert_not(out.passed);
}
