/* rubric_load.h - a rubric from rubrics/NAME.json, checked through and through. */
#ifndef GRADER_RUBRIC_RUBRIC_LOAD_H
#define GRADER_RUBRIC_RUBRIC_LOAD_H

#include <stdbool.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/base/str.h"
#include "grader/model/rubric.h"

/*
 * A file that has only "use": "NAME" (and a comment) stands for NAME.json beside it, which must be
 * a rubric itself; so default.json names the default.
 *
 * The format is described in grader/rubric/rubric.schema.json; a key "comment" with any value is
 * allowed in every object. What the schema can't say is checked here too: weights add up to 100
 * (within 1e-6; for every problem that is adjusted too), ids are unique, levels fall and end at
 * 0, scales rise from 0 to 1, a criterion in force has evidence that this version measures and fits
 * its part, addresses to read on begin with https://.
 *
 * Everything in *out lives in the arena. Errors are ERR_INPUT, one line:
 * "rubrics/x.json:12:15: criteria[2].weight must be a number, but is a text".
 */
bool rubric_load(const char *path, struct arena *arena, struct rubric *out,
                 struct err *err) MUST_CHECK;

/* The same from bytes with a NUL behind them, which must be a rubric; `name` is for messages. */
bool rubric_parse(const char *name, struct str text, struct arena *arena, struct rubric *out,
                  struct err *err) MUST_CHECK;

#endif
