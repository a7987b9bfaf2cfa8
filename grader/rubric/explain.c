/* explain.c - a rubric in words. */
#include "grader/rubric/explain.h"

#include <assert.h>
#include <ctype.h>
#include <stdarg.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/model/points.h"
#include "grader/rubric/adjust.h"
#include "grader/text/wrap.h"

enum { WIDTH_LEAST = 40, INDENT = 2 };

/* What is being written; the arena holds lines for a moment. */
struct explaining {
    const struct rubric *rubric;
    struct buf *out;
    size_t width;
    struct arena arena;
};

static const char *number(struct explaining *e, double value)
{
    char text[POINTS_TEXT_MAX];
    return arena_strdup(&e->arena, points_text(points_round(value), text));
}

static const char *percent(struct explaining *e, double share)
{
    return arena_printf(&e->arena, "%s %%", number(e, share * 100));
}

/* A paragraph; depth counts indents. */
static void say(struct explaining *e, size_t depth, const char *text)
{
    wrap_put(e->out, text, depth * INDENT, e->width);
}

/* --- the head ------------------------------------------------------------------------------ */

static double points_in_force(const struct rubric *rubric)
{
    double points = 0;
    for (size_t i = 0; i < rubric->criterion_count; i++)
        points += rubric->criteria[i].in_force ? rubric->criteria[i].weight : 0;
    return points_round(points);
}

static void explain_bar(struct explaining *e)
{
    double all = points_in_force(e->rubric);
    say(e, 0,
        arena_printf(&e->arena,
                     "A problem passes at %s of the points that are in force: %s of %s. What is "
                     "not measured yet costs nothing.",
                     percent(e, e->rubric->pass_percent / 100),
                     number(e, all * e->rubric->pass_percent / 100), number(e, all)));
}

const char *rubric_places(const struct rubric *rubric, struct arena *arena)
{
    const char *places = "";
    for (size_t i = 0; i < rubric->solution_root_count; i++) {
        const char *root = rubric->solution_roots[i];
        places = arena_printf(arena, "%s%s%s%s%s", places, i ? " or " : "",
                              root[0] ? "under " : "at the top", root, root[0] ? "/" : "");
    }
    return places;
}

static void explain_layout(struct explaining *e)
{
    const struct rubric *rubric = e->rubric;
    say(e, 0,
        arena_printf(&e->arena,
                     "Each solution lies in a folder named by the problem's id, %s of the "
                     "repository. The report shows at most %zu remarks a problem, and at most %zu "
                     "failed tests in full (only those that may be shown).",
                     rubric_places(rubric, &e->arena), rubric->show_remarks, rubric->show_cases));
}

/* --- a criterion --------------------------------------------------------------------------- */

/* How evidence becomes a share, in words. */
static const char *const measures[] = {
    [EVIDENCE_ALL_TESTS] = "Paid when every test passes, samples and hidden ones; else nothing.",
    [EVIDENCE_TEST_GROUPS] = "Evidence: the share of the groups of hidden tests in which every "
                             "test passes (of a problem with a score of its own: the share of "
                             "that score).",
    [EVIDENCE_SAMPLES] = "Evidence: the share of the statement's samples that pass.",
    [EVIDENCE_COMPILE] = "Paid when the program compiles; else nothing.",
    [EVIDENCE_GROWTH] = "Evidence: how the cost in time and memory grows with the input.",
    [EVIDENCE_QUALITY] = "Evidence: what inspection of the code finds.",
};
static_assert(COUNT_OF(measures) == EVIDENCE_COUNT, "one line per kind of evidence");

static void explain_scale(struct explaining *e, const struct rubric_criterion *criterion)
{
    const char *corners = "";
    for (size_t i = 0; i < criterion->scale_count; i++)
        corners =
            arena_printf(&e->arena, "%s%s%s of it pays %s", corners, i ? ", " : "",
                         percent(e, criterion->scale[i].at), percent(e, criterion->scale[i].pays));
    if (criterion->scale_count > 0)
        say(e, 2, arena_printf(&e->arena, "Scale: %s; in proportion between these.", corners));
}

static void explain_distance(struct explaining *e, const struct rubric_growth *growth)
{
    static const char *const units[] = {
        [DISTANCE_EXPONENT] = "in the exponent of n",
        [DISTANCE_STEPS] = "in steps on the ladder of classes",
        [DISTANCE_MULTIPLE] = "as a multiple of the reference's cost",
    };
    static_assert(COUNT_OF(units) == DISTANCE_COUNT, "one phrase per kind of distance");
    const char *corners = "";
    for (size_t i = 0; i < growth->corner_count; i++)
        corners = arena_printf(&e->arena, "%s%s%.4g pays %s", corners, i ? ", " : "",
                               growth->corners[i].at, percent(e, growth->corners[i].pays));
    if (growth->corner_count > 0)
        say(e, 2,
            arena_printf(&e->arena,
                         "Distance %s: %s; in proportion between these, beyond the last as there.",
                         units[growth->by], corners));
    else
        say(e, 2, "Paid when it grows as asked; else nothing.");
}

static void explain_growth(struct explaining *e, const struct rubric_growth *growth)
{
    static const char *const needs[] = {
        [NEED_TIME] = "Only time counts.",
        [NEED_HEAP] = "Only the heap counts.",
        [NEED_STACK] = "Only the stack counts.",
        [NEED_MEMORY] = "Heap and stack count; the worse decides.",
        [NEED_ALL] = "Time, heap and stack count; the worst decides.",
    };
    static_assert(COUNT_OF(needs) == NEED_COUNT, "one sentence per need");
    say(e, 2, needs[growth->need]);
    explain_distance(e, growth);
    say(e, 2,
        arena_printf(&e->arena,
                     "A solution that fails its tests is not measured and gets %s. What the "
                     "problem does not ask for, or could not be measured, costs nothing.",
                     percent(e, growth->not_passing_pays)));
}

static void explain_caps(struct explaining *e, const struct rubric_criterion *criterion)
{
    static const char *const conditions[] = {
        [CAP_COMPILE_ERROR] = "it does not compile",
        [CAP_SAMPLE_FAILS] = "a sample fails",
        [CAP_TEST_FAILS] = "any test fails",
        [CAP_WRONG_ANSWER] = "a test is answered wrongly",
        [CAP_TIME_LIMIT] = "a test takes too long",
        [CAP_MEMORY_LIMIT] = "a test needs too much memory",
        [CAP_OUTPUT_LIMIT] = "a test prints too much",
        [CAP_RUN_ERROR] = "a test ends with an error",
        [CAP_FORBIDDEN_CALL] = "a call is made that is not allowed",
        [CAP_WHITE_SPACE] = "white space differs from the answer's",
        [CAP_SUSPICION] = "the count of its work may be false",
    };
    static_assert(COUNT_OF(conditions) == CAP_COUNT, "one phrase per condition");
    for (size_t i = 0; i < criterion->cap_count; i++)
        say(e, 2,
            arena_printf(&e->arena, "At most %s when %s: %s",
                         percent(e, criterion->caps[i].most_share),
                         conditions[criterion->caps[i].when], criterion->caps[i].text));
}

static void explain_levels(struct explaining *e, const struct rubric_criterion *criterion)
{
    for (size_t i = 0; i < criterion->level_count; i++) {
        const struct rubric_level *level = &criterion->levels[i];
        const char *from = percent(e, level->from_share);
        const char *range = arena_printf(&e->arena, "from %s", from);
        if (level->from_share >= 1)
            range = "all points";
        else if (i + 1 == criterion->level_count && i > 0)
            range = arena_printf(&e->arena, "below %s", percent(e, level[-1].from_share));
        say(e, 2, arena_printf(&e->arena, "%s (%s): %s", level->word, range, level->text));
    }
}

static void explain_criterion(struct explaining *e, const struct rubric_criterion *criterion)
{
    buf_putc(e->out, '\n');
    say(e, 1,
        arena_printf(&e->arena, "%s, %s points [%s]%s", criterion->title,
                     number(e, criterion->weight), criterion->id,
                     criterion->in_force ? "" : " (not in force: shown, not scored)"));
    say(e, 2, measures[criterion->evidence]);
    if (criterion->dimension)
        say(e, 2, arena_printf(&e->arena, "Only this dimension counts: %s.", criterion->dimension));
    if (criterion->evidence == EVIDENCE_GROWTH)
        explain_growth(e, &criterion->growth);
    explain_scale(e, criterion);
    explain_caps(e, criterion);
    explain_levels(e, criterion);
}

static void explain_part(struct explaining *e, enum rubric_part part)
{
    double points = 0;
    for (size_t i = 0; i < e->rubric->criterion_count; i++)
        points += e->rubric->criteria[i].part == part ? e->rubric->criteria[i].weight : 0;
    if (points <= 0)
        return;
    char *title = arena_strdup(&e->arena, rubric_part_name(part));
    title[0] = (char)toupper((unsigned char)title[0]);
    buf_putc(e->out, '\n');
    say(e, 0, arena_printf(&e->arena, "%s, %s points", title, number(e, points)));
    for (size_t i = 0; i < e->rubric->criterion_count; i++)
        if (e->rubric->criteria[i].part == part)
            explain_criterion(e, &e->rubric->criteria[i]);
}

/* --- the code ------------------------------------------------------------------------------ */

static bool is_share(enum quality_measure measure)
{
    return measure >= MEASURE_UNCHECKED;
}

/* "findings (essential 1, actionable 0.5): 0 pays 100 %, 1 pays 50 %, 3 pays 0 %" */
static const char *measure_words(struct explaining *e, const struct rubric_measure *measure)
{
    const char *text = quality_measure_name(measure->of), *line = "";
    for (unsigned kind = 0; measure->of == MEASURE_FINDINGS && kind < QUALITY_KIND_COUNT; kind++)
        text = arena_printf(&e->arena, "%s%s%s counts %g", text, kind ? ", " : " (",
                            quality_kind_name((enum quality_kind)kind), measure->per_kind[kind]);
    for (size_t i = 0; i < measure->corner_count; i++) {
        const struct rubric_corner *corner = &measure->line[i];
        const char *at = is_share(measure->of) ? percent(e, corner->at)
                                               : arena_printf(&e->arena, "%g", corner->at);
        line = arena_printf(&e->arena, "%s%s%s pays %s", line, i ? ", " : "", at,
                            percent(e, corner->pays));
    }
    const char *mark =
        measure->mark > 0 ? arena_printf(&e->arena, "; a finding from %g on", measure->mark) : "";
    return arena_printf(&e->arena, "%s%s: %s%s.", text, measure->of == MEASURE_FINDINGS ? ")" : "",
                        line, mark);
}

static void explain_dimension(struct explaining *e, const struct rubric_dimension *dimension)
{
    say(e, 1,
        arena_printf(&e->arena, "%s, weight %g", quality_dimension_name(dimension->dimension),
                     dimension->weight));
    for (size_t i = 0; i < dimension->measure_count; i++)
        say(e, 2, measure_words(e, &dimension->measures[i]));
}

static void explain_dimensions(struct explaining *e)
{
    if (e->rubric->dimension_count == 0)
        return;
    buf_puts(e->out, "\n");
    say(e, 0,
        "How the code is measured: of a dimension's measures the worst decides, in proportion "
        "between corners; functions count by their lines; what could not be measured costs "
        "nothing.");
    for (size_t i = 0; i < e->rubric->dimension_count; i++)
        explain_dimension(e, &e->rubric->dimensions[i]);
}

/* --- problems that differ ------------------------------------------------------------------ */

static void explain_adjustment(struct explaining *e, const struct rubric_adjustment *adjustment)
{
    struct rubric adjusted = rubric_adjusted(e->rubric, adjustment, &e->arena);
    const char *text = arena_printf(&e->arena, "%s: passes at %s of its points (%s in force)",
                                    adjustment->problem_id, percent(e, adjusted.pass_percent / 100),
                                    number(e, points_in_force(&adjusted)));
    for (size_t i = 0; i < adjusted.criterion_count; i++) {
        const struct rubric_criterion *now = &adjusted.criteria[i];
        const struct rubric_criterion *before = &e->rubric->criteria[i];
        bool same_scale = now->growth.corners == before->growth.corners;
        if (now->in_force == before->in_force && same_scale &&
            points_round(now->weight) == points_round(before->weight))
            continue;
        text = arena_printf(&e->arena, "%s; %s %s points%s%s", text, now->id,
                            number(e, now->weight), now->in_force ? "" : ", not in force",
                            same_scale ? "" : ", distances of its own");
    }
    say(e, 1, text);
}

static void explain_adjustments(struct explaining *e)
{
    if (e->rubric->adjustment_count == 0)
        return;
    buf_puts(e->out, "\n");
    say(e, 0, "Problems with weights or a bar of their own");
    for (size_t i = 0; i < e->rubric->adjustment_count; i++)
        explain_adjustment(e, &e->rubric->adjustments[i]);
}

static void explain_advice(struct explaining *e)
{
    bool any = false;
    for (unsigned i = 0; i < ADVICE_COUNT; i++) {
        const struct rubric_advice *advice = &e->rubric->advice[i];
        if (!advice->change && !advice->read_on)
            continue;
        if (!any) {
            buf_puts(e->out, "\n");
            say(e, 0, "Advice in this rubric's own words");
        }
        any = true;
        say(e, 1,
            arena_printf(&e->arena, "%s: %s%s%s", advice_topic_name((enum advice_topic)i),
                         advice->change ? advice->change : "(the grader's words)",
                         advice->read_on && advice->read_on[0] ? " Read on: " : "",
                         advice->read_on ? advice->read_on : ""));
    }
}

void rubric_explain(const struct rubric *rubric, size_t width, struct buf *out)
{
    struct explaining e = { rubric, out, width < WIDTH_LEAST ? WIDTH_LEAST : width, { 0 } };
    say(&e, 0, arena_printf(&e.arena, "%s [%s]", rubric->title, rubric->id));
    buf_putc(out, '\n');
    explain_bar(&e);
    explain_layout(&e);
    for (unsigned part = 0; part < PART_COUNT; part++)
        explain_part(&e, (enum rubric_part)part);
    explain_dimensions(&e);
    explain_adjustments(&e);
    explain_advice(&e);
    arena_release(&e.arena);
}

void rubric_summarise(const struct rubric *rubric, struct buf *out)
{
    size_t in_force = 0;
    char points[POINTS_TEXT_MAX], bar[POINTS_TEXT_MAX];
    for (size_t i = 0; i < rubric->criterion_count; i++)
        in_force += rubric->criteria[i].in_force;
    buf_printf(out, "%zu of %zu criteria in force, %s of 100 points, bar %s %%", in_force,
               rubric->criterion_count, points_text(points_in_force(rubric), points),
               points_text(rubric->pass_percent, bar));
    if (rubric->adjustment_count > 0)
        buf_printf(out, ", %zu problem%s with weights or a bar of their own",
                   rubric->adjustment_count, rubric->adjustment_count == 1 ? "" : "s");
}
