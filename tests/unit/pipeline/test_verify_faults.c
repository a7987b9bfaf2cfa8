/* test_verify_faults.c - what the trials of injected faults together say. */
#include "grader/pipeline/verify_faults.h"

#include <criterion/criterion.h>
#include <string.h>

enum { MOST = 40 };

/* A model solution of one file with as many equal faults as trials; trial 0 is without one. */
static struct {
    struct arena arena;
    struct package package;
    struct source_file file;
    struct fault_file files[1];
    struct package_submission model;
    struct planned_fault possible[MOST];
    struct fault_plan plan;
    struct verify_trial trials[MOST + 1];
    const struct verify_trial *done[MOST + 1];
    struct part part;
    struct verify_faults out;
} t;

static void begin(void)
{
    memset(&t, 0, sizeof t);
    t.file = (struct source_file){ "a.c", { "", 0 } };
    t.files[0] = (struct fault_file){ &t.file, "submissions/accepted/a.c" };
    t.model.sources = (struct source_set){ "accepted/a.c", &t.file, 1 };
    t.plan = (struct fault_plan){ .model = &t.model, .files = t.files, .possible = t.possible };
    t.trials[0] = (struct verify_trial){ true, false, VERDICT_ACCEPTED, "", 1 };
    t.done[0] = &t.trials[0];
    t.part.arena = &t.arena;
}

static void end(void)
{
    arena_release(&t.arena);
}

TestSuite(verify_faults, .init = begin, .fini = end);

static struct verify_trial *add(size_t count, enum verdict verdict)
{
    struct verify_trial *first = &t.trials[t.plan.chosen_count + 1];
    for (; count > 0; count--) {
        size_t i = t.plan.chosen_count++;
        t.possible[i] = (struct planned_fault){
            0, { .line = (unsigned)i + 1, .column = 5, .words = "`<` → `<=`" }, "a < b"
        };
        t.plan.chosen[i] = i;
        t.plan.possible_count = i + 1;
        t.trials[i + 1] = (struct verify_trial){ true, false, verdict, "", 1 };
        t.done[i + 1] = &t.trials[i + 1];
    }
    return first;
}

static const struct verify_part *report(void)
{
    verify_faults_report(&t.package, &t.plan, t.done, &t.part, &t.out);
    return &t.part.made;
}

static bool says(enum finding_level level, const char *place, const char *text)
{
    for (size_t i = 0; i < t.part.made.finding_count; i++) {
        const struct verify_finding *finding = &t.part.made.findings[i];
        if (finding->level == level && strcmp(finding->place, place) == 0 &&
            strstr(finding->text, text))
            return true;
    }
    return false;
}

Test(verify_faults, all_caught_is_a_passed_check_and_nothing_else)
{
    add(20, VERDICT_WRONG_ANSWER);
    add(2, VERDICT_TIME_LIMIT);
    const struct verify_part *made = report();
    cr_assert(made->check_count == 1 && made->finding_count == 0);
    cr_expect(made->checks[0].passed);
    cr_expect(strstr(made->checks[0].text, "catch 22 of 22 faults (100 %); of 22 possible"), "%s",
              made->checks[0].text);
    cr_expect(t.out.caught_count == 22 && t.out.survivor_count == 0);
}

Test(verify_faults, survivors_are_warnings_as_long_as_they_are_few)
{
    add(19, VERDICT_WRONG_ANSWER);
    add(1, VERDICT_ACCEPTED);
    const struct verify_part *made = report();
    cr_expect(made->checks[0].passed && made->finding_count == 1);
    cr_expect(says(FINDING_WARNING, "submissions/accepted/a.c:20:5",
                   "no hidden test notices `<` → `<=` in: a < b"));
}

Test(verify_faults, below_95_per_cent_they_are_errors)
{
    add(18, VERDICT_WRONG_ANSWER);
    add(1, VERDICT_ACCEPTED);
    const struct verify_part *made = report();
    cr_expect(!made->checks[0].passed && made->finding_count == 2);
    cr_expect(says(FINDING_ERROR, "submissions/accepted/a.c:19:5", "no hidden test notices"));
    cr_expect(says(FINDING_ERROR, "submissions/accepted/a.c",
                   "catch 18 of 19 faults (94 %); it should be 95 % at least"));
}

Test(verify_faults, what_is_no_fault_does_not_count)
{
    add(1, VERDICT_WRONG_ANSWER);
    add(1, VERDICT_NONE)->is_compiled = false;
    add(1, VERDICT_NONE)->is_unchanged = true;
    const struct verify_part *made = report();
    cr_expect(made->checks[0].passed && made->finding_count == 0);
    cr_expect(strstr(made->checks[0].text, "catch 1 of 1 faults (100 %); of 3 possible ones 3"));
    cr_expect(t.out.uncompiled_count == 1 && t.out.unchanged_count == 1 && t.out.tried_count == 3);
}

Test(verify_faults, a_lower_score_is_caught_too)
{
    t.trials[0].score = 100;
    add(1, VERDICT_ACCEPTED)->score = 99;
    report();
    cr_expect(t.out.caught_count == 1 && t.out.survivor_count == 0);
}

static struct equivalent_fault listed = { "a.c", "a < b", "`<` → `<=`", "never equal", 3 };

static void list(void)
{
    t.package.equivalents = &listed;
    t.package.equivalent_count = 1;
}

Test(verify_faults, one_that_is_listed_with_a_reason_is_no_survivor)
{
    list();
    add(1, VERDICT_WRONG_ANSWER);
    t.possible[0].line = "another line";
    add(1, VERDICT_ACCEPTED);
    const struct verify_part *made = report();
    cr_expect(made->checks[0].passed && made->finding_count == 0);
    cr_expect(strstr(made->checks[0].text, "1 are listed as equivalent"));
    cr_assert(t.out.survivor_count == 1 && t.out.equivalent_count == 1);
    cr_expect_str_eq(t.out.survivors[0].reason, "never equal");
}

Test(verify_faults, a_list_that_is_wrong_is_told)
{
    list();
    add(1, VERDICT_WRONG_ANSWER);
    report();
    cr_expect(says(FINDING_WARNING, "faults.yaml:3", "a hidden test catches it"));
    begin();
    list();
    add(1, VERDICT_WRONG_ANSWER);
    t.possible[0].line = "another line";
    report();
    cr_expect(says(FINDING_WARNING, "faults.yaml:3", "there is no such fault"));
}

Test(verify_faults, one_that_is_listed_may_be_too_slow_here)
{
    list();
    add(1, VERDICT_TIME_LIMIT);
    cr_expect(report()->finding_count == 0 && t.out.caught_count == 1);
}

Test(verify_faults, a_solution_that_fails_without_a_fault_is_an_error)
{
    t.trials[0].verdict = VERDICT_TIME_LIMIT;
    add(1, VERDICT_WRONG_ANSWER);
    const struct verify_part *made = report();
    cr_expect(made->check_count == 0 && made->finding_count == 1);
    cr_expect(says(FINDING_ERROR, "submissions/accepted/a.c", "without one it is TLE"));
}

Test(verify_faults, a_judging_error_is_told_with_its_fault)
{
    add(1, VERDICT_JUDGE_ERROR)->cause = "it died";
    report();
    cr_expect(says(FINDING_ERROR, "submissions/accepted/a.c:1:5",
                   "judging error with `<` → `<=`: it died"));
}

Test(verify_faults, a_trial_whose_worker_failed_is_not_counted)
{
    add(2, VERDICT_WRONG_ANSWER);
    t.done[2] = NULL;
    report();
    cr_expect(t.out.tried_count == 1 && t.out.caught_count == 1);
}
