/* remarks_growth.c - what to tell of the growth. */
#include "grader/report/remarks_growth.h"

#include <string.h>

#include "grader/report/growth_words.h"
#include "grader/report/loops.h"

/* The curve when it was measured and is worse than asked. */
static const struct report_curve *exceeded(const struct report_problem *problem,
                                           enum growth_resource resource)
{
    const struct report_curve *curve =
        problem->growth ? growth_curve_of(problem->growth, resource) : NULL;
    return curve && growth_is_judged(curve) && !curve->met ? curve : NULL;
}

bool remarks_growth_tells_time(const struct report_problem *problem)
{
    return exceeded(problem, GROWTH_TIME) != NULL;
}

/* ---- where ---- */

static const struct report_source *source_of(const struct report_problem *problem, const char *path)
{
    for (size_t i = 0; i < problem->source_count; i++)
        if (strcmp(problem->sources[i].path, path) == 0)
            return &problem->sources[i];
    return NULL;
}

/* How many loops within each other such a class needs, when nothing else repeats the work. */
static size_t loops_of(enum growth_class class)
{
    switch (class) {
    case GROWTH_N_1_5:
    case GROWTH_N_2:
    case GROWTH_N_2_LOG_N:
        return 2;
    case GROWTH_N_3:
        return 3;
    case GROWTH_1:
    case GROWTH_LOG_N:
    case GROWTH_SQRT_N:
    case GROWTH_N:
    case GROWTH_N_LOG_N:
    case GROWTH_2_TO_N:
    case GROWTH_N_FACTORIAL:
    case GROWTH_CLASS_COUNT:
        break;
    }
    return 1;
}

/* "The two nested loops in lines 10–11 take n^2"; the span grows upwards to the outer loop. */
static const char *what_takes(const struct notes *notes, struct growth_span *span)
{
    static const char *const nests[] = { "", "The loop", "The two nested loops",
                                         "The three nested loops" };
    struct arena *arena = notes->arena;
    const struct report_source *source = source_of(notes->problem, span->file);
    size_t wanted = loops_of(span->class);
    struct loop_nest nest = { 0 };
    if (source)
        nest = loops_around(source->bytes, span->first, span->last, wanted);
    const char *lines = growth_words_lines(span, arena);
    if (nest.depth == 0)
        return arena_printf(arena, "L%s %s %s", lines + 1,
                            span->first == span->last ? "takes" : "take",
                            growth_class_name(span->class));
    span->first = nest.first < span->first ? nest.first : span->first;
    return arena_printf(arena, "%s in %s %s %s%s", nests[nest.depth],
                        growth_words_lines(span, arena), nest.depth == 1 ? "takes" : "take",
                        growth_class_name(span->class),
                        nest.depth < wanted ? ", all its runs together" : "");
}

/* ---- time ---- */

static const struct report_case *first_too_slow(const struct report_problem *problem)
{
    for (size_t i = 0; i < problem->case_count; i++)
        if (problem->cases[i].verdict == VERDICT_TIME_LIMIT)
            return &problem->cases[i];
    return NULL;
}

static const char *unit_of(const struct notes *notes)
{
    return notes->problem->growth->is_per_operation ? " for each operation" : "";
}

static const char *whole(const struct notes *notes, const struct report_curve *time)
{
    return arena_printf(notes->arena, "Time grows as %s%s, but %s is asked for",
                        growth_words_class(time, notes->arena), unit_of(notes), time->required);
}

/* The lines alone when they are all there is to say. */
static const char *hottest(const struct notes *notes, const struct report_curve *time,
                           struct growth_span *span)
{
    const char *lines = what_takes(notes, span);
    if (time->has_fit && time->candidate_count == 1 && span->class == time->class)
        return arena_printf(notes->arena, "%s%s, but %s is asked for", lines, unit_of(notes),
                            time->required);
    return arena_printf(notes->arena, "%s. %s", lines, whole(notes, time));
}

/* What it does to the candidate: the tests that were too slow, or those that will be. */
static const char *consequence(const struct notes *notes, const struct report_curve *time)
{
    const struct report_case *slow = first_too_slow(notes->problem);
    const char *multiple = growth_words_multiple(time, notes->arena);
    if (slow)
        return arena_printf(notes->arena, " That is too slow in %s.", slow->group);
    if (multiple[0])
        return arena_printf(notes->arena, " That is %s.", multiple);
    return "";
}

static void tell_time(struct notes *notes)
{
    const struct report_curve *time = exceeded(notes->problem, GROWTH_TIME);
    const struct report_growth *growth = notes->problem->growth;
    const struct report_case *slow = first_too_slow(notes->problem);
    struct growth_span span;
    if (!time)
        return;
    struct report_remark remark = { .kind = REMARK_ACTIONABLE, .where = slow ? slow->name : "" };
    const char *text = whole(notes, time);
    if (growth_hottest(growth->lines, growth->line_count, &span)) {
        text = hottest(notes, time, &span);
        remark.where = arena_printf(notes->arena, "%s:%u", span.file, span.first);
    }
    remark.text = arena_printf(notes->arena, "%s.%s", text, consequence(notes, time));
    remark = notes_advise(notes, remark, ADVICE_GROWTH_TIME);
    if (slow && slow->hint[0])
        remark.change = arena_printf(notes->arena, "Hint: %s", slow->hint);
    notes_add(notes, remark);
}

/* ---- memory ---- */

static void tell_memory(struct notes *notes, enum growth_resource resource)
{
    const struct report_curve *curve = exceeded(notes->problem, resource);
    if (!curve)
        return;
    struct report_remark remark = { .kind = REMARK_ACTIONABLE, .where = "" };
    remark.text = arena_printf(notes->arena, "The %s grows as %s, but %s is asked for.",
                               growth_resource_name(resource),
                               growth_words_class(curve, notes->arena), curve->required);
    notes_add(notes, notes_advise(notes, remark, ADVICE_GROWTH_MEMORY));
}

/* ---- a count that may be false ---- */

static void tell_suspicion(struct notes *notes)
{
    const struct report_growth *growth = notes->problem->growth;
    struct report_remark remark = { REMARK_INFORMATIVE, "", "", "", "" };
    if (!growth || !growth->suspicion[0])
        return;
    remark.text = arena_printf(
        notes->arena, "A person should look at how its work was counted: %s.", growth->suspicion);
    notes_add(notes, remark);
}

void remarks_tell_growth(struct notes *notes)
{
    tell_time(notes);
    tell_memory(notes, GROWTH_HEAP);
    tell_memory(notes, GROWTH_STACK);
    tell_suspicion(notes);
}

const char *remarks_growth_praise(const struct notes *notes)
{
    const struct report_growth *growth = notes->problem->growth;
    const struct report_curve *time = growth ? growth_curve_of(growth, GROWTH_TIME) : NULL;
    if (!time || !growth_is_judged(time) || !time->met || growth->suspicion[0])
        return "";
    return arena_printf(notes->arena, " Time grows as %s%s, as asked.",
                        growth_words_class(time, notes->arena),
                        growth->is_per_operation ? " for each operation" : "");
}
