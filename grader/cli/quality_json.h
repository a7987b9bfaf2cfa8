/* quality_json.h - what inspection found as the JSON of `grader quality --json`. */
#ifndef GRADER_CLI_QUALITY_JSON_H
#define GRADER_CLI_QUALITY_JSON_H

#include "grader/base/buf.h"
#include "grader/pipeline/inspect.h"

void quality_json_put(struct buf *out, const struct inspected_one *inspected);

#endif
