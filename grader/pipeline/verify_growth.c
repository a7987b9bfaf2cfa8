/* verify_growth.c - references grow as growth.yaml wants it, and slow ones do not. */
#include <string.h>

#include "grader/pipeline/grow.h"
#include "grader/pipeline/verify_work.h"

static const char *class_of(const struct growth_curve *curve)
{
    if (curve->not_measured)
        return "";
    return curve->has_fit ? growth_class_name(curve->fit.class) : "two parameters";
}

/* "time n^2, n log n required; heap n, n required". */
static const char *in_words(const struct growth *growth, struct arena *arena)
{
    SCOPED_BUF text;
    buf_init(&text, 4096);
    for (size_t i = 0; i < GROWTH_RESOURCE_COUNT; i++) {
        const struct growth_curve *curve = &growth->curves[i];
        if (!curve->required || curve->not_measured)
            continue;
        buf_printf(&text, "%s%s %s, %s required", text.length ? "; " : "",
                   growth_resource_name((enum growth_resource)i), class_of(curve), curve->required);
    }
    return arena_strdup(arena, buf_text(&text));
}

static void look_at_reference(const struct growth *growth, const char *place, struct part *part)
{
    const char *words = in_words(growth, part->arena);
    bool is_met = growth_is_met(growth);
    part_check(part, VERIFY_GROWTH, place, is_met, "%s: %s", words, is_met ? "met" : "not met");
    if (!is_met)
        part_error(part, VERIFY_GROWTH, place,
                   "an accepted submission does not meet growth.yaml: %s", words);
    if (*growth->suspicion)
        part_warning(part, VERIFY_GROWTH, place, "suspicious: %s", growth->suspicion);
}

/* One may be too slow by a constant, or on inputs that growth.yaml does not measure. */
static void look_at_slow(const struct growth *growth, const char *place, struct part *part)
{
    const char *words = in_words(growth, part->arena);
    bool is_met = growth_is_met(growth);
    part_check(part, VERIFY_GROWTH, place, true, "%s: %s", words,
               is_met ? "met, although it is too slow" : "not met, as it is too slow");
    if (is_met)
        part_warning(part, VERIFY_GROWTH, place,
                     "it is too slow, but growth.yaml does not tell it from a good one: %s", words);
}

void verify_growth(const struct verify_bench *bench, const struct package_submission *submission,
                   const struct judgement *judgement, int plain, struct part *part)
{
    bool is_reference = strcmp(submission->folder, "accepted") == 0;
    const char *place = arena_printf(part->arena, "submissions/%s", submission->sources.name);
    if (strcmp(submission->language, "c") != 0 || plain < 0)
        return;
    if (!is_reference && !submission->expected.required[VERDICT_TIME_LIMIT])
        return;
    if (judgement->verdict != VERDICT_ACCEPTED && judgement->verdict != VERDICT_TIME_LIMIT)
        return; /* there is an error already, or it is slow for another reason */
    const struct growth *growth =
        grow_judged(bench->means, judgement, NULL, NULL, submission->sources, plain, part->arena);
    if (!growth)
        return;
    if (growth->not_measured) {
        part_warning(part, VERIFY_GROWTH, place, "its growth is not measured: %s",
                     growth->not_measured);
        return;
    }
    part->made.submission->growth = class_of(&growth->curves[GROWTH_TIME]);
    if (is_reference)
        look_at_reference(growth, place, part);
    else
        look_at_slow(growth, place, part);
}
