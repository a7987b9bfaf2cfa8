/* disclose_quality.c - what inspection of the code found as it may leave the grader: all of it
 * (disclose.h). */
#include <stdlib.h>
#include <string.h>

#include "grader/report/disclose.h"

enum { FUNCTIONS_MAX = 60, FINDINGS_MAX = 100, RANGES_MAX = 200 };

static const char *copy(struct arena *arena, const char *text)
{
    return text ? arena_strdup(arena, text) : "";
}

static struct quality_finding finding_of(const struct quality_finding *finding, struct arena *arena)
{
    struct quality_finding out = *finding;
    out.file = copy(arena, finding->file);
    out.function = copy(arena, finding->function);
    out.rule = copy(arena, finding->rule);
    out.message = copy(arena, finding->message);
    out.change = copy(arena, finding->change);
    out.read_on = copy(arena, finding->read_on);
    out.tools = ARENA_ARRAY(arena, finding->tool_count, const char *);
    for (size_t i = 0; i < finding->tool_count; i++)
        out.tools[i] = copy(arena, finding->tools[i]);
    out.steps = ARENA_ARRAY(arena, finding->step_count, struct quality_step);
    for (size_t i = 0; i < finding->step_count; i++)
        out.steps[i] =
            (struct quality_step){ copy(arena, finding->steps[i].file), finding->steps[i].line,
                                   copy(arena, finding->steps[i].message) };
    return out;
}

static void copy_findings(const struct quality *quality, struct arena *arena,
                          struct report_quality *out)
{
    size_t count = quality->finding_count < FINDINGS_MAX ? quality->finding_count : FINDINGS_MAX;
    out->findings = ARENA_ARRAY(arena, count, struct quality_finding);
    out->finding_count = count;
    out->findings_more = quality->findings_more + quality->finding_count - count;
    for (size_t i = 0; i < count; i++)
        out->findings[i] = finding_of(&quality->findings[i], arena);
}

/* The most complex first; equals by place. */
static int compare_functions(const void *left, const void *right)
{
    const struct quality_function *a = left, *b = right;
    if (a->cognitive != b->cognitive)
        return a->cognitive > b->cognitive ? -1 : 1;
    if (a->lines != b->lines)
        return a->lines > b->lines ? -1 : 1;
    int by_file = strcmp(a->file, b->file);
    if (by_file != 0)
        return by_file;
    return a->line < b->line ? -1 : a->line > b->line;
}

static void copy_functions(const struct quality *quality, struct arena *arena,
                           struct report_quality *out)
{
    size_t all = quality->function_count;
    out->functions = ARENA_ARRAY(arena, all, struct quality_function);
    for (size_t i = 0; i < all; i++)
        out->functions[i] = quality->functions[i];
    if (all > 0)
        qsort(out->functions, all, sizeof *out->functions, compare_functions);
    out->function_count = all < FUNCTIONS_MAX ? all : FUNCTIONS_MAX;
    out->functions_more = all - out->function_count;
    for (size_t i = 0; i < out->function_count; i++) {
        out->functions[i].file = copy(arena, out->functions[i].file);
        out->functions[i].name = copy(arena, out->functions[i].name);
    }
}

static void copy_passes(const struct quality *quality, struct arena *arena,
                        struct report_quality *out)
{
    out->passes = ARENA_ARRAY(arena, quality->pass_count, struct report_pass);
    out->pass_count = quality->pass_count;
    for (size_t i = 0; i < quality->pass_count; i++)
        out->passes[i] = (struct report_pass){ copy(arena, quality->passes[i].name),
                                               copy(arena, quality->passes[i].not_analysed),
                                               quality->passes[i].cpu_us };
}

/* Of public tests alone: which lines ran tells nothing of a hidden one. */
static void copy_never_executed(const struct quality *quality, struct arena *arena,
                                struct report_quality *out)
{
    size_t all = quality->never_executed_count;
    out->never_executed_count = all < RANGES_MAX ? all : RANGES_MAX;
    out->never_executed = ARENA_ARRAY(arena, out->never_executed_count, struct quality_lines);
    for (size_t i = 0; i < out->never_executed_count; i++) {
        out->never_executed[i] = quality->never_executed[i];
        out->never_executed[i].file = copy(arena, quality->never_executed[i].file);
    }
}

struct report_quality *report_quality_of(const struct quality *quality,
                                         const struct report_score *score, struct arena *arena)
{
    if (!quality)
        return NULL;
    struct report_quality *out = ARENA_NEW(arena, struct report_quality);
    *out = (struct report_quality){
        .not_analysed = copy(arena, quality->not_analysed),
        .dimensions = score->dimensions,
        .dimension_count = score->dimension_count,
        .calls_to_check = quality->calls_to_check,
        .calls_unchecked = quality->calls_unchecked,
        .tokens = quality->tokens,
        .tokens_repeated = quality->tokens_repeated,
        .lines_executable = quality->lines_executable,
        .lines_never_executed = quality->lines_never_executed,
        .tests_executed = quality->tests_executed,
        .tests_sanitized = quality->tests_sanitized,
        .suppressions = quality->suppressions,
        .cpu_us = quality->cpu_us,
    };
    copy_findings(quality, arena, out);
    copy_functions(quality, arena, out);
    copy_passes(quality, arena, out);
    copy_never_executed(quality, arena, out);
    return out;
}
