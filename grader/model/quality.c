/* quality.c - the words of the model of quality, and what follows from it. */
#include "grader/model/quality.h"

#include <assert.h>
#include <string.h>

#include "grader/base/attr.h"

static const char *const dimensions[] = {
    [QUALITY_MEMORY] = "memory",           [QUALITY_STRUCTURE] = "structure",
    [QUALITY_ERRORS] = "error handling",   [QUALITY_DUPLICATION] = "duplication",
    [QUALITY_READABILITY] = "readability", [QUALITY_HEADERS] = "headers",
    [QUALITY_OWN_TESTS] = "own tests",
};
static_assert(COUNT_OF(dimensions) == QUALITY_DIMENSION_COUNT, "one word per dimension");

static const char *const kinds[] = {
    [QUALITY_ESSENTIAL] = "essential",
    [QUALITY_ACTIONABLE] = "actionable",
    [QUALITY_INFORMATIVE] = "informative",
};
static_assert(COUNT_OF(kinds) == QUALITY_KIND_COUNT, "one word per kind");

static const char *const measures[] = {
    [MEASURE_FINDINGS] = "findings",        [MEASURE_COGNITIVE] = "cognitive complexity",
    [MEASURE_LINES] = "function lines",     [MEASURE_NESTING] = "nesting",
    [MEASURE_PARAMETERS] = "parameters",    [MEASURE_UNCHECKED] = "unchecked calls",
    [MEASURE_REPEATED] = "repeated tokens", [MEASURE_NEVER_EXECUTED] = "lines never executed",
};
static_assert(COUNT_OF(measures) == QUALITY_MEASURE_COUNT, "one word per measure");

static bool find(const char *const *words, size_t count, const char *name, size_t *out)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], name) == 0) {
            *out = i;
            return true;
        }
    return false;
}

const char *quality_dimension_name(enum quality_dimension dimension)
{
    assert(dimension < QUALITY_DIMENSION_COUNT);
    return dimensions[dimension];
}

bool quality_dimension_parse(const char *name, enum quality_dimension *out)
{
    size_t index;
    if (!find(dimensions, COUNT_OF(dimensions), name, &index))
        return false;
    *out = (enum quality_dimension)index;
    return true;
}

const char *quality_kind_name(enum quality_kind kind)
{
    assert(kind < QUALITY_KIND_COUNT);
    return kinds[kind];
}

bool quality_kind_parse(const char *name, enum quality_kind *out)
{
    size_t index;
    if (!find(kinds, COUNT_OF(kinds), name, &index))
        return false;
    *out = (enum quality_kind)index;
    return true;
}

const char *quality_measure_name(enum quality_measure measure)
{
    assert(measure < QUALITY_MEASURE_COUNT);
    return measures[measure];
}

static bool was_seen_by(const struct quality_finding *finding, const char *tool)
{
    for (size_t i = 0; i < finding->tool_count; i++)
        if (strcmp(finding->tools[i], tool) == 0)
            return true;
    return false;
}

const struct quality_finding *quality_bug_by(const struct quality *quality, const char *tool)
{
    for (size_t i = 0; i < quality->finding_count; i++) {
        const struct quality_finding *finding = &quality->findings[i];
        if (finding->kind == QUALITY_ESSENTIAL && was_seen_by(finding, tool))
            return finding;
    }
    return NULL;
}
