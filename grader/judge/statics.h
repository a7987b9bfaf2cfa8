/* statics.h - the static validator: what it says of a submission's sources (2025-09). */
#ifndef GRADER_JUDGE_STATICS_H
#define GRADER_JUDGE_STATICS_H

#include "grader/judge/validator.h"
#include "grader/model/judgement.h"
#include "grader/model/program.h"

/* Everything is borrowed for the call. */
struct statics_request {
    const struct package *package;
    const struct program *validator;    /* built */
    const struct source_set *sources;   /* of the submission */
    const char *language, *entry_point; /* NULL: "c", and the language's own */
};

/*
 * Runs `validator LANGUAGE ENTRY_POINT FEEDBACK/ ARGS…` once for each group with a static
 * validation test case, in a folder that holds the submission's files and nothing else; the
 * validator's own files lie elsewhere. Its end and its scores count as an output validator's. Fills
 * *out (in the arena, one a group, in the package's order) with VERDICT_NONE for nothing. False
 * only when it could not be run.
 */
bool statics_run(struct runner *runner, const struct statics_request *request, struct arena *arena,
                 struct static_result **out, size_t *out_count, struct err *err) MUST_CHECK;

#endif
