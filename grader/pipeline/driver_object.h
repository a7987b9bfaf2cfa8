/* driver_object.h - a package's own C files as an object file for sanitizers, kept from run to run.
 */
#ifndef GRADER_PIPELINE_DRIVER_OBJECT_H
#define GRADER_PIPELINE_DRIVER_OBJECT_H

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/model/package.h"
#include "grader/pipeline/means.h"

/*
 * The same for every submission, and half of what compiling with sanitizers costs: so it is made
 * once, from the package's files alone, and kept. *out is empty, length 0, when the package has no
 * .c file or they do not compile without a candidate's. Bytes in the arena. ERR_FAULT: no box.
 */
bool driver_object(const struct means *means, const struct package *package, struct arena *arena,
                   struct str *out, struct err *err) MUST_CHECK;

#endif
