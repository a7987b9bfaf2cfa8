/* quality_load.h - the dimensions of code quality from a rubric's key "quality". */
#ifndef GRADER_RUBRIC_QUALITY_LOAD_H
#define GRADER_RUBRIC_QUALITY_LOAD_H

#include <stdbool.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/model/rubric.h"
#include "grader/text/json.h"

/*
 * The key may be missing: then the rubric has no dimensions. Each dimension at most once, each of
 * its measures too; measures fit their dimension; lines begin at 0 and pay no more for worse.
 */
bool quality_load(const struct json_at *root, struct arena *arena, struct rubric *out,
                  struct err *err) MUST_CHECK;

#endif
