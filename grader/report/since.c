/* since.c - what differs between a report and an earlier one. */
#include "grader/report/since.h"

#include <ctype.h>
#include <string.h>

#include "grader/model/points.h"

enum {
    CHANGES_MAX = 500, /* of all problems together */
    NOTES_MAX = 8,
    TESTS_MAX = 20,      /* of one problem and one kind */
    COMPARED_MAX = 3000, /* of any list: each is looked for in the other */
};

struct comparing {
    const struct report *earlier, *report;
    struct arena *arena;
    struct report_since *out;
    const char *id; /* of the problem at hand */
};

static size_t at_most(size_t count)
{
    return count < COMPARED_MAX ? count : COMPARED_MAX;
}

/* --- noting -------------------------------------------------------------------------------- */

static void note(struct comparing *c, const char *text)
{
    if (c->out->note_count < NOTES_MAX)
        c->out->notes[c->out->note_count++] = text;
}

static void add(struct comparing *c, enum change_kind kind, const char *what, const char *before,
                const char *after)
{
    if (c->out->change_count == CHANGES_MAX) {
        c->out->changes_more++;
        return;
    }
    c->out->changes[c->out->change_count++] =
        (struct report_change){ kind, c->id, what, before, after };
}

static const char *points_of(struct comparing *c, double points, double most)
{
    char a[POINTS_TEXT_MAX], b[POINTS_TEXT_MAX];
    return arena_printf(c->arena, "%s of %s", points_text(points, a), points_text(most, b));
}

/* More is better. Points that are out of something else are compared by share. */
static void compare_points(struct comparing *c, const char *what, const double before[2],
                           const double after[2])
{
    double a = before[0], b = after[0];
    if (a == b && before[1] == after[1])
        return;
    if (before[1] != after[1] && before[1] > 0 && after[1] > 0) {
        a /= before[1];
        b /= after[1];
    }
    enum change_kind kind = b > a ? CHANGE_BETTER : b < a ? CHANGE_WORSE : CHANGE_OTHER;
    add(c, kind, what, points_of(c, before[0], before[1]), points_of(c, after[0], after[1]));
}

/* --- what makes a comparison unfair -------------------------------------------------------- */

static bool same(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* A clone elsewhere is still theirs. */
static bool is_same_candidate(const struct report *a, const struct report *b)
{
    return same(a->author, b->author);
}

static void note_differences(struct comparing *c)
{
    const struct report *a = c->earlier, *b = c->report;
    if (!is_same_candidate(a, b))
        note(c, arena_printf(c->arena,
                             "The reports are on different candidates ('%s', '%s'): two solutions "
                             "are compared, not progress.",
                             a->author, b->author));
    if (!same(a->rubric_id, b->rubric_id) || a->pass_percent != b->pass_percent)
        note(c, arena_printf(c->arena,
                             "The rubrics are different ('%s', '%s'): points mean different "
                             "things.",
                             a->rubric_id, b->rubric_id));
    if (!same(a->key, b->key))
        note(c, arena_printf(c->arena,
                             "The keys are different (%s, %s): the hidden tests are not the same.",
                             a->key, b->key));
    if (!same(a->grader_version, b->grader_version))
        note(c, arena_printf(c->arena, "The versions of grader are different (%s, %s).",
                             a->grader_version, b->grader_version));
    if (a->commit_when_s > b->commit_when_s)
        note(c, "The earlier report is on the newer commit: perhaps they are swapped.");
    else if (same(a->commit, b->commit))
        note(c, "Both reports are on the same commit.");
}

/* --- tests --------------------------------------------------------------------------------- */

static const struct report_case *find_case(const struct report_problem *problem, size_t hint,
                                           const char *name)
{
    if (hint < problem->case_count && same(problem->cases[hint].name, name))
        return &problem->cases[hint];
    for (size_t i = 0; i < at_most(problem->case_count); i++)
        if (same(problem->cases[i].name, name))
            return &problem->cases[i];
    return NULL;
}

static bool has_failed(enum verdict verdict)
{
    return verdict != VERDICT_NONE && verdict != VERDICT_ACCEPTED;
}

static const char *verdict_word(enum verdict verdict)
{
    return verdict == VERDICT_NONE ? "not run" : verdict_code(verdict);
}

/* A failure that was none before is worse where the test passed, new where it did not run. */
static bool kind_of_test(enum verdict before, enum verdict after, enum change_kind *out)
{
    if (before == after)
        return false;
    if (has_failed(after))
        *out = has_failed(before)           ? CHANGE_OTHER
               : before == VERDICT_ACCEPTED ? CHANGE_WORSE
                                            : CHANGE_NEW;
    else if (has_failed(before) && after == VERDICT_ACCEPTED)
        *out = CHANGE_FIXED;
    else
        return false; /* ran or not as the tests before it decided: the group's count says it */
    return true;
}

static void compare_tests(struct comparing *c, const struct report_problem *before,
                          const struct report_problem *after, enum change_kind wanted)
{
    size_t told = 0;
    for (size_t i = 0; i < at_most(after->case_count); i++) {
        const struct report_case *test = &after->cases[i];
        const struct report_case *old = find_case(before, i, test->name);
        enum change_kind kind;
        if (!old || !kind_of_test(old->verdict, test->verdict, &kind) || kind != wanted)
            continue;
        if (told++ >= TESTS_MAX)
            c->out->changes_more++;
        else
            add(c, kind, arena_printf(c->arena, "test %s", test->name), verdict_word(old->verdict),
                verdict_word(test->verdict));
    }
}

static void compare_groups(struct comparing *c, const struct report_problem *before,
                           const struct report_problem *after)
{
    for (size_t i = 0; i < at_most(after->group_count); i++)
        for (size_t k = 0; k < at_most(before->group_count); k++) {
            const struct report_group *old = &before->groups[k], *now = &after->groups[i];
            if (!same(old->name, now->name) ||
                (old->accepted_count == now->accepted_count && old->case_count == now->case_count))
                continue;
            enum change_kind kind = now->accepted_count > old->accepted_count   ? CHANGE_BETTER
                                    : now->accepted_count < old->accepted_count ? CHANGE_WORSE
                                                                                : CHANGE_OTHER;
            add(c, kind, arena_printf(c->arena, "group %s", now->name),
                arena_printf(c->arena, "%zu of %zu passed", old->accepted_count, old->case_count),
                arena_printf(c->arena, "%zu of %zu passed", now->accepted_count, now->case_count));
        }
}

/* --- remarks ------------------------------------------------------------------------------- */

/* The same words; numbers aside, since lines move. */
static bool says_same(const char *a, const char *b)
{
    for (;;) {
        while (isdigit((unsigned char)*a))
            a++;
        while (isdigit((unsigned char)*b))
            b++;
        if (*a != *b)
            return false;
        if (*a == '\0')
            return true;
        a++;
        b++;
    }
}

static bool is_to_mend(const struct report_remark *remark)
{
    return remark->kind == REMARK_ESSENTIAL || remark->kind == REMARK_ACTIONABLE;
}

static bool has_remark(const struct report_problem *problem, const struct report_remark *remark)
{
    for (size_t i = 0; i < at_most(problem->remark_count); i++)
        if (is_to_mend(&problem->remarks[i]) && says_same(problem->remarks[i].text, remark->text))
            return true;
    return false;
}

/* Those of `from` that `other` does not have. */
static void compare_remarks(struct comparing *c, const struct report_problem *from,
                            const struct report_problem *other, enum change_kind kind)
{
    for (size_t i = 0; i < at_most(from->remark_count); i++) {
        const struct report_remark *remark = &from->remarks[i];
        if (is_to_mend(remark) && !has_remark(other, remark))
            add(c, kind, remark->text, kind == CHANGE_FIXED ? remark->where : "",
                kind == CHANGE_FIXED ? "" : remark->where);
    }
}

/* --- problems ------------------------------------------------------------------------------ */

static void compare_verdict(struct comparing *c, const struct report_problem *before,
                            const struct report_problem *after)
{
    if (before->verdict == after->verdict)
        return;
    enum change_kind kind = after->verdict == VERDICT_ACCEPTED    ? CHANGE_BETTER
                            : before->verdict == VERDICT_ACCEPTED ? CHANGE_WORSE
                                                                  : CHANGE_OTHER;
    add(c, kind, "verdict", verdict_code(before->verdict), verdict_code(after->verdict));
}

static void compare_criteria(struct comparing *c, const struct report_problem *before,
                             const struct report_problem *after)
{
    for (size_t i = 0; i < at_most(after->criterion_count); i++)
        for (size_t k = 0; k < at_most(before->criterion_count); k++) {
            const struct report_criterion *old = &before->criteria[k], *now = &after->criteria[i];
            if (same(old->id, now->id) && old->in_force && now->in_force)
                compare_points(c, arena_printf(c->arena, "criterion %s", now->title),
                               (double[]){ old->points, old->max_points },
                               (double[]){ now->points, now->max_points });
        }
}

static bool has_class(const struct report_curve *curve)
{
    return curve->not_measured[0] == '\0' && curve->has_fit &&
           curve->confidence >= CONFIDENCE_LIKELY;
}

static void compare_growth(struct comparing *c, const struct report_problem *before,
                           const struct report_problem *after)
{
    if (!before->growth || !after->growth)
        return;
    for (size_t i = 0; i < at_most(after->growth->curve_count); i++)
        for (size_t k = 0; k < at_most(before->growth->curve_count); k++) {
            const struct report_curve *old = &before->growth->curves[k];
            const struct report_curve *now = &after->growth->curves[i];
            if (old->resource != now->resource || !has_class(old) || !has_class(now) ||
                old->class == now->class)
                continue;
            add(c, now->class < old->class ? CHANGE_BETTER : CHANGE_WORSE,
                arena_printf(c->arena, "growth of %s", growth_resource_name(now->resource)),
                growth_class_name(old->class), growth_class_name(now->class));
        }
}

static size_t count_diagnostics(const struct report_problem *problem)
{
    return problem->diagnostic_count + problem->diagnostics_more;
}

static void compare_diagnostics(struct comparing *c, const struct report_problem *before,
                                const struct report_problem *after)
{
    size_t old = count_diagnostics(before), now = count_diagnostics(after);
    if (old != now)
        add(c, now < old ? CHANGE_BETTER : CHANGE_WORSE, "messages of the compiler",
            arena_printf(c->arena, "%zu", old), arena_printf(c->arena, "%zu", now));
}

static void compare_graded(struct comparing *c, const struct report_problem *before,
                           const struct report_problem *after)
{
    compare_points(c, "points", (double[]){ before->points, before->max_points },
                   (double[]){ after->points, after->max_points });
    compare_verdict(c, before, after);
    compare_growth(c, before, after);
    compare_tests(c, before, after, CHANGE_WORSE);
    compare_tests(c, before, after, CHANGE_NEW);
    compare_remarks(c, after, before, CHANGE_NEW);
    compare_remarks(c, before, after, CHANGE_FIXED);
    compare_tests(c, before, after, CHANGE_FIXED);
    compare_tests(c, before, after, CHANGE_OTHER);
    compare_groups(c, before, after);
    compare_criteria(c, before, after);
    compare_diagnostics(c, before, after);
}

static const char *state_of(struct comparing *c, const struct report_problem *problem)
{
    if (problem->status != STATUS_GRADED)
        return report_status_name(problem->status);
    return arena_printf(c->arena, "%s, %s points", verdict_code(problem->verdict),
                        points_of(c, problem->points, problem->max_points));
}

/* Something that we could not grade says nothing about the candidate. */
static void compare_problem(struct comparing *c, const struct report_problem *before,
                            const struct report_problem *after)
{
    c->id = after->id;
    if (before->status == STATUS_GRADED && after->status == STATUS_GRADED) {
        compare_graded(c, before, after);
        return;
    }
    if (before->status == after->status)
        return;
    enum change_kind kind = CHANGE_OTHER;
    if (before->status == STATUS_NOT_SUBMITTED && after->status == STATUS_GRADED)
        kind = CHANGE_BETTER;
    if (before->status == STATUS_GRADED && after->status == STATUS_NOT_SUBMITTED)
        kind = CHANGE_WORSE;
    add(c, kind, "the problem", state_of(c, before), state_of(c, after));
}

static const struct report_problem *find_problem(const struct report *report, const char *id)
{
    for (size_t i = 0; i < at_most(report->problem_count); i++)
        if (same(report->problems[i].id, id))
            return &report->problems[i];
    return NULL;
}

/* Both lists are sorted by id; what only one of them has is told, but is no change for the worse:
 * it may not have been asked for. */
static void compare_problems(struct comparing *c)
{
    for (size_t i = 0; i < at_most(c->report->problem_count); i++) {
        const struct report_problem *after = &c->report->problems[i];
        const struct report_problem *before = find_problem(c->earlier, after->id);
        c->id = after->id;
        if (before)
            compare_problem(c, before, after);
        else if (after->status == STATUS_GRADED)
            add(c, CHANGE_OTHER, "the problem", "not in the earlier report", state_of(c, after));
    }
    for (size_t i = 0; i < at_most(c->earlier->problem_count); i++) {
        const struct report_problem *before = &c->earlier->problems[i];
        c->id = before->id;
        if (before->status == STATUS_GRADED && !find_problem(c->report, before->id))
            add(c, CHANGE_OTHER, "the problem", state_of(c, before), "not in this report");
    }
}

void since_make(const struct report *earlier, const struct report *report, struct arena *arena,
                struct report_since *out)
{
    struct comparing comparing = { earlier, report, arena, out, "" };
    *out = (struct report_since){
        .commit = earlier->commit,
        .commit_when_s = earlier->commit_when_s,
        .graded_at_s = earlier->graded_at_s,
        .points = earlier->points,
        .max_points = earlier->max_points,
        .notes = ARENA_ARRAY(arena, NOTES_MAX, const char *),
        .changes = ARENA_ARRAY(arena, CHANGES_MAX, struct report_change),
    };
    note_differences(&comparing);
    compare_problems(&comparing);
}

void since_attach(const struct report *earlier, struct arena *arena, struct report *report)
{
    struct report_since *since = ARENA_NEW(arena, struct report_since);
    if (!is_same_candidate(earlier, report))
        return;
    since_make(earlier, report, arena, since);
    bool is_same = strcmp(earlier->commit, report->commit) == 0 && since->change_count == 0;
    report->since = is_same ? earlier->since : since;
}

bool since_is_worse(const struct report_since *since)
{
    for (size_t i = 0; i < since->change_count; i++)
        if (since->changes[i].kind == CHANGE_WORSE || since->changes[i].kind == CHANGE_NEW)
            return true;
    return false;
}
