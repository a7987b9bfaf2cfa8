/* adjust.c - the rubric as one problem sees it. */
#include "grader/rubric/adjust.h"

#include <string.h>

const struct rubric_adjustment *rubric_adjustment_of(const struct rubric *rubric,
                                                     const char *problem_id)
{
    for (size_t i = 0; i < rubric->adjustment_count; i++)
        if (strcmp(rubric->adjustments[i].problem_id, problem_id) == 0)
            return &rubric->adjustments[i];
    return NULL;
}

static void apply(const struct rubric_change *change, struct rubric_criterion *criterion)
{
    if (strcmp(change->criterion_id, criterion->id) != 0)
        return;
    if (change->has_weight)
        criterion->weight = change->weight;
    if (change->has_in_force)
        criterion->in_force = change->in_force;
    if (change->corners) {
        criterion->growth.corners = change->corners;
        criterion->growth.corner_count = change->corner_count;
    }
}

struct rubric rubric_adjusted(const struct rubric *rubric,
                              const struct rubric_adjustment *adjustment, struct arena *arena)
{
    struct rubric out = *rubric;
    if (!adjustment)
        return out;
    if (adjustment->has_pass_percent)
        out.pass_percent = adjustment->pass_percent;
    out.criteria = ARENA_ARRAY(arena, rubric->criterion_count, struct rubric_criterion);
    for (size_t i = 0; i < rubric->criterion_count; i++) {
        out.criteria[i] = rubric->criteria[i];
        for (size_t k = 0; k < adjustment->change_count; k++)
            apply(&adjustment->changes[k], &out.criteria[i]);
    }
    return out;
}
