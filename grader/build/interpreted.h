/* interpreted.h - programs that are not compiled by us: Python 3, and scripts. Private to
 * grader/build. */
#ifndef GRADER_BUILD_INTERPRETED_H
#define GRADER_BUILD_INTERPRETED_H

#include "grader/build/build.h"

/* Looks through a Python program for errors of syntax, or runs a script's `build`; as build_any. */
bool interpreted_build(struct runner *runner, const struct build_request *request,
                       struct arena *arena, struct compile_result *out_result, int *out_built,
                       struct err *err) MUST_CHECK;

/* As build_start. */
bool interpreted_start(const struct build_request *request, int built, struct arena *arena,
                       struct program *out, struct err *err) MUST_CHECK;

/* As build_hash, of what is done here. */
void interpreted_hash(struct hash *hash);

#endif
