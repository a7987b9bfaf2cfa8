/* left_out.h - a folder without a .c file, told with what was left out of it. */
#ifndef GRADER_PIPELINE_LEFT_OUT_H
#define GRADER_PIPELINE_LEFT_OUT_H

#include "grader/base/arena.h"
#include "grader/model/submission.h"

/*
 * The cause of a compile error of this submission. When it has no .c file and something in its
 * folder was left out, that and why are added, in the arena; else the cause itself.
 */
const char *left_out_cause(const struct snapshot *snapshot, const struct submission *submission,
                           const char *cause, struct arena *arena);

#endif
