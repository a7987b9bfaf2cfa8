/* coverage.c - which lines of an accepted solution no public test executes. */
#include "grader/pipeline/coverage.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "grader/growth/growth.h"

static int by_size(const void *left, const void *right)
{
    const struct cover_input *a = left, *b = right;
    return (a->bytes > b->bytes) - (a->bytes < b->bytes);
}

static struct cover_input *gather(const struct coverage_request *request, struct arena *arena,
                                  size_t *out_count)
{
    const struct public_tests *tests = request->tests;
    struct cover_input *inputs =
        ARENA_ARRAY(arena, tests->count + request->more_count, struct cover_input);
    size_t count = 0;
    for (size_t i = 0; i < request->more_count; i++)
        inputs[count++] = request->more[i];
    for (size_t i = 0; i < tests->count; i++)
        inputs[count++] = (struct cover_input){ tests->at[i].path, -1, tests->at[i].bytes };
    if (count > 0)
        qsort(inputs, count, sizeof *inputs, by_size);
    *out_count = count < COVER_INPUT_MAX ? count : COVER_INPUT_MAX;
    return inputs;
}

static bool handles_failure(const struct quality *quality, const struct line_ran *line)
{
    for (size_t i = 0; i < quality->failure_count; i++) {
        const struct quality_lines *range = &quality->failures[i];
        if (range->first <= line->line && line->line <= range->last &&
            strcmp(range->file, line->file) == 0)
            return true;
    }
    return false;
}

/* Only where the public tests stand for the hidden ones does it count that a line never ran. */
static void count_lines(const struct cover *cover, struct quality *out)
{
    out->lines_executable = cover->line_count;
    for (size_t i = 0; i < cover->line_count; i++)
        out->lines_never_executed +=
            !cover->lines[i].ran && !handles_failure(out, &cover->lines[i]);
}

/* Lines that ran part ranges; blank lines and braces do not. */
static void find_ranges(const struct cover *cover, struct arena *arena, struct quality *out)
{
    struct quality_lines *open = NULL;
    size_t capacity = 0;
    out->tests_executed = cover->inputs;
    for (size_t i = 0; i < cover->line_count; i++) {
        const struct line_ran *line = &cover->lines[i];
        bool on_failure = !line->ran && handles_failure(out, line);
        if (line->ran) {
            open = NULL;
        } else if (open && open->on_failure == on_failure && strcmp(open->file, line->file) == 0) {
            open->last = line->line;
        } else {
            out->never_executed = arena_grow(arena, out->never_executed, out->never_executed_count,
                                             &capacity, sizeof *open);
            open = &out->never_executed[out->never_executed_count++];
            *open = (struct quality_lines){ line->file, line->line, line->line, on_failure };
        }
    }
}

bool coverage_measure(const struct coverage_request *request, struct arena *arena,
                      struct quality *out, struct err *err)
{
    const char *incomplete = request->tests->incomplete;
    struct cover cover = { .not_measured = incomplete ? incomplete : request->program->refused };
    size_t count;
    const struct cover_input *inputs = gather(request, arena, &count);
    const struct cover_request ask = {
        .runner = request->means->runner,
        .sources = request->sources,
        .program = request->program,
        .has_starter = request->means->starter.length > 0,
        .memory_bytes = growth_memory_bytes(request->memory_limit_bytes),
        .inputs = inputs,
        .input_count = count,
    };
    if (!cover.not_measured && !cover_measure(&ask, arena, &cover, err))
        return false;
    assert(out->pass_count < QUALITY_PASS_MAX);
    out->passes[out->pass_count++] =
        (struct quality_pass){ "coverage", cover.not_measured, cover.cpu_us };
    out->cpu_us += cover.cpu_us;
    if (!cover.not_measured)
        find_ranges(&cover, arena, out);
    if (!cover.not_measured && request->tests->are_most)
        count_lines(&cover, out);
    return true;
}
