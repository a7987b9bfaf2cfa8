/* failures.h - lines that run only when a call fails: no test can be asked to reach them. */
#ifndef GRADER_QUALITY_FAILURES_H
#define GRADER_QUALITY_FAILURES_H

#include "grader/code/unit.h"

/*
 *   failures_add      each function of all units
 *   failures_settle   once; then the ranges are there
 *
 * A branch handles a failure when its condition asks for the failure of a call that can fail for
 * reasons outside the program: memory, files, the form of the input. Beside malloc and its like
 * those are the candidate's own functions that return from such a branch. A function that is called
 * from such branches alone (`die`) belongs to them, and so does what stands behind a label to which
 * they alone go.
 */
struct failure_range {
    size_t file;
    unsigned first, last; /* lines */
};

struct failures {
    struct arena *arena;
    struct failure_branch *branches;
    size_t branch_count, branch_capacity;
    struct failure_mention *mentions; /* calls and gotos of names */
    size_t mention_count, mention_capacity;
    struct failure_target *targets; /* functions and labels */
    size_t target_count, target_capacity;
    struct failure_range *ranges;
    size_t range_count, range_capacity;
    bool is_cut; /* there is too much of it: nothing is settled */
};

/* The unit's strings and the tree must live as long as the failures. */
void failures_add(struct failures *failures, const struct unit *unit,
                  const struct unit_node *function, size_t file);
void failures_settle(struct failures *failures); /* no range when there is too much to look at */

#endif
