/* pay_quality.c - what the inspected code is worth by one criterion. */
#include "grader/rubric/pay_quality.h"

#include <string.h>

#include "grader/base/buf.h"
#include "grader/rubric/quality_score.h"

enum { REASON_BYTES_MAX = 4096 };
static const double full = 1 - 1e-9;

static struct earned unknown(const char *reason)
{
    return (struct earned){ .is_unknown = true, .reason = reason };
}

static const char *reason_of_one(const char *dimension, const struct report_dimension *dimensions,
                                 size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(quality_dimension_name(dimensions[i].dimension), dimension) == 0)
            return dimensions[i].reason;
    return "";
}

/* "memory 50 %: 1 finding: a.c:7 leak (gcc). structure 80 %: …": what lost something. */
static const char *reason_of_all(const struct report_dimension *dimensions, size_t count,
                                 struct arena *arena)
{
    SCOPED_BUF text;
    buf_init(&text, REASON_BYTES_MAX);
    for (size_t i = 0; i < count; i++)
        if (dimensions[i].is_measured && dimensions[i].share < full)
            buf_printf(&text, "%s%s %.0f %%: %s", text.length > 0 ? " " : "",
                       quality_dimension_name(dimensions[i].dimension), 100 * dimensions[i].share,
                       dimensions[i].reason);
    return text.length > 0 ? arena_strdup(arena, buf_text(&text))
                           : "Inspection of the code found nothing that costs points.";
}

struct earned pay_quality(const char *dimension, const struct rubric_evidence *evidence,
                          const struct report_dimension *dimensions, size_t count,
                          struct arena *arena)
{
    double share;
    if (!evidence->judgement->compile.ok)
        return (struct earned){ .reason =
                                    "The program did not compile, so its code was not inspected." };
    if (!evidence->quality)
        return unknown("The code was not inspected.");
    if (evidence->quality->not_analysed)
        return unknown(arena_printf(arena, "The code was not inspected: %s.",
                                    evidence->quality->not_analysed));
    if (!quality_share(dimensions, count, dimension, &share))
        return unknown("Nothing of this could be measured.");
    return (struct earned){ .share = share,
                            .reason = dimension ? reason_of_one(dimension, dimensions, count)
                                                : reason_of_all(dimensions, count, arena) };
}
