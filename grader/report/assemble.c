/* assemble.c - a whole report from a snapshot and its problems. */
#include "grader/report/assemble.h"

#include <stdlib.h>
#include <string.h>

#include "grader/model/points.h"

static int by_id(const void *a, const void *b)
{
    const struct report_problem *left = a, *right = b;
    return strcmp(left->id, right->id);
}

static void take_problems(const struct assemble_request *request, struct arena *arena,
                          struct report *out)
{
    size_t count = request->problem_count, graded = 0, passed = 0;
    out->problems = ARENA_ARRAY(arena, count, struct report_problem);
    out->problem_count = count;
    if (count > 0) {
        memcpy(out->problems, request->problems, count * sizeof *out->problems);
        qsort(out->problems, count, sizeof *out->problems, by_id);
    }
    for (size_t i = 0; i < count; i++) {
        const struct report_problem *problem = &out->problems[i];
        if (problem->status != STATUS_GRADED)
            continue;
        graded++;
        passed += problem->passed;
        out->points += problem->points;
        out->max_points += problem->max_points;
    }
    out->points = points_round(out->points);
    out->max_points = points_round(out->max_points);
    out->passed = graded > 0 && passed == graded;
}

static void take_left_out(const struct snapshot *snapshot, struct arena *arena, struct report *out)
{
    out->left_out = ARENA_ARRAY(arena, snapshot->left_out_count, struct report_left_out);
    out->left_out_count = snapshot->left_out_count;
    out->left_out_more = snapshot->left_out_more;
    for (size_t i = 0; i < snapshot->left_out_count; i++)
        out->left_out[i] =
            (struct report_left_out){ snapshot->left_out[i].name, snapshot->left_out[i].reason };
}

static void take_protection(const char *const *layers, struct arena *arena, struct report *out)
{
    size_t count = 0;
    while (layers && layers[count])
        count++;
    out->protection = ARENA_ARRAY(arena, count, const char *);
    out->protection_count = count;
    for (size_t i = 0; i < count; i++)
        out->protection[i] = layers[i];
}

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

void report_assemble(const struct assemble_request *request, struct arena *arena,
                     struct report *out)
{
    const struct snapshot *snapshot = request->snapshot;
    struct report report = {
        .grader_version = request->grader_version,
        .tools = request->tools,
        .tool_count = request->tool_count,
        .graded_at_s = request->graded_at_s,
        .origin = or_empty(snapshot->origin),
        .revision = or_empty(snapshot->revision),
        .commit = or_empty(snapshot->commit),
        .author = or_empty(snapshot->author),
        .subject = or_empty(snapshot->subject),
        .commit_when_s = snapshot->when_s,
        .rubric_id = request->rubric->id,
        .rubric_title = request->rubric->title,
        .pass_percent = request->rubric->pass_percent,
        .key = request->key,
    };
    take_problems(request, arena, &report);
    take_left_out(snapshot, arena, &report);
    take_protection(request->protection, arena, &report);
    *out = report;
}
