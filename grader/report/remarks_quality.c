/* remarks_quality.c - what inspection found, as remarks: one a rule. */
#include "grader/report/remarks_quality.h"

#include <assert.h>
#include <string.h>

#include "grader/base/attr.h"

/* What to tell first, where kinds are equal. */
static const enum quality_dimension order[] = { QUALITY_MEMORY,    QUALITY_ERRORS,
                                                QUALITY_STRUCTURE, QUALITY_DUPLICATION,
                                                QUALITY_HEADERS,   QUALITY_READABILITY,
                                                QUALITY_OWN_TESTS };
static_assert(COUNT_OF(order) == QUALITY_DIMENSION_COUNT, "every dimension has its turn");

static bool is_first_of_rule(const struct report_quality *quality, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(quality->findings[i].rule, quality->findings[index].rule) == 0 &&
            quality->findings[i].kind == quality->findings[index].kind)
            return false;
    return true;
}

static size_t count_of_rule(const struct report_quality *quality, const char *rule,
                            enum quality_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < quality->finding_count; i++)
        count += strcmp(quality->findings[i].rule, rule) == 0 && quality->findings[i].kind == kind;
    return count;
}

static struct report_remark remark_of(const struct report_quality *quality,
                                      const struct quality_finding *finding, struct arena *arena)
{
    size_t more = count_of_rule(quality, finding->rule, finding->kind) - 1;
    const char *text = finding->message;
    if (more > 0)
        text = arena_printf(arena, "%s The same in %zu more place%s.", text, more,
                            more == 1 ? "" : "s");
    return (struct report_remark){
        .kind = finding->kind == QUALITY_ESSENTIAL ? REMARK_ESSENTIAL : REMARK_ACTIONABLE,
        .where = finding->line > 0 ? arena_printf(arena, "%s:%u", finding->file, finding->line)
                                   : finding->file,
        .text = text,
        .change = finding->change,
        .read_on = finding->read_on,
    };
}

static void tell(struct notes *notes, enum quality_kind kind)
{
    const struct report_quality *quality = notes->problem->quality;
    if (!quality)
        return;
    for (size_t turn = 0; turn < COUNT_OF(order); turn++)
        for (size_t i = 0; i < quality->finding_count; i++) {
            const struct quality_finding *finding = &quality->findings[i];
            if (finding->dimension == order[turn] && finding->kind == kind &&
                is_first_of_rule(quality, i))
                notes_add(notes, remark_of(quality, finding, notes->arena));
        }
}

void remarks_tell_bugs(struct notes *notes)
{
    tell(notes, QUALITY_ESSENTIAL);
}

void remarks_tell_flaws(struct notes *notes)
{
    tell(notes, QUALITY_ACTIONABLE);
}

bool remarks_quality_has(const struct report_quality *quality, const char *file, unsigned line,
                         enum quality_kind least)
{
    for (size_t i = 0; quality && i < quality->finding_count; i++)
        if (quality->findings[i].line == line && quality->findings[i].kind <= least &&
            strcmp(quality->findings[i].file, file) == 0)
            return true;
    return false;
}
