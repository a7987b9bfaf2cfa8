/* walk.h - from a commit's tree to frames: which folders answer a problem, and what of them is
 * kept. */
#ifndef GRADER_INTAKE_WALK_H
#define GRADER_INTAKE_WALK_H

#include "grader/intake/emit.h"
#include "grader/intake/repo.h"

struct walk_request {
    const char *const *problem_ids;
    size_t problem_count;
    const char *const *roots; /* "" is the top; of two folders for one problem the first root's wins
                               */
    size_t root_count;
};

/*
 * Emits SUBMISSION, FILE and LEFT_OUT frames. What breaks a rule of rules.h is left out and named;
 * an object that can't be read, or more than INTAKE_ENTRIES_MAX entries, is an ERR_INPUT.
 */
bool walk_commit(struct repo *repo, git_commit *commit, const struct walk_request *request,
                 struct emitter *emitter, struct err *err) MUST_CHECK;

#endif
