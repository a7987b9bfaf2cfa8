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

/* "takes n^2", "grow no faster than n m". */
static const char *verb_of(const struct growth_span *span, bool is_singular)
{
    if (span->pace == PACE_NONE)
        return is_singular ? "takes" : "take";
    return is_singular ? "grows" : "grow";
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
    const char *growth = growth_words_span(notes->problem->growth, span, arena);
    if (nest.depth == 0)
        return arena_printf(arena, "L%s %s %s", lines + 1, verb_of(span, span->first == span->last),
                            growth);
    span->first = nest.first < span->first ? nest.first : span->first;
    return arena_printf(arena, "%s in %s %s %s%s", nests[nest.depth],
                        growth_words_lines(span, arena), verb_of(span, nest.depth == 1), growth,
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

/* "Time grows as n^2", or what a second parameter leaves to say. `what` and the unit of time. */
static const char *grows_too_fast(const struct notes *notes, const struct report_curve *curve,
                                  const char *what, const char *unit)
{
    struct arena *arena = notes->arena;
    if (!curve->has_fit)
        return arena_printf(arena, "%s grows by %s than %s%s, which is asked for", what,
                            growth_words_excess(curve, arena), curve->required, unit);
    return arena_printf(arena, "%s grows as %s%s, but %s is asked for", what,
                        growth_words_class(curve, arena), unit, curve->required);
}

static const char *whole(const struct notes *notes, const struct report_curve *time)
{
    return grows_too_fast(notes, time, "Time", unit_of(notes));
}

/* The lines alone when they are all there is to say. */
static const char *hottest(const struct notes *notes, const struct report_curve *time,
                           struct growth_span *span)
{
    const char *lines = what_takes(notes, span);
    if (time->has_fit && time->candidate_count == 1 && span->class == time->class)
        return arena_printf(notes->arena, "%s%s, but %s is asked for", lines, unit_of(notes),
                            time->required);
    return arena_printf(notes->arena, "%s%s. %s", lines, unit_of(notes), whole(notes, time));
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
    const char *what = arena_printf(notes->arena, "The %s", growth_resource_name(resource));
    remark.text = arena_printf(notes->arena, "%s.", grows_too_fast(notes, curve, what, ""));
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
    if (!time || !growth_is_judged(time) || !time->met || growth->suspicion[0] ||
        (time->has_fit &&
         time->candidate_count > 2)) /* "1 or log n or sqrt n or n" praises nobody */
        return "";
    return arena_printf(notes->arena, " Time grows %s %s%s, as asked.",
                        time->has_fit ? "as" : "no faster than",
                        time->has_fit ? growth_words_class(time, notes->arena) : time->required,
                        growth->is_per_operation ? " for each operation" : "");
}
