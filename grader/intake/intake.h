/* intake.h - a repository becomes a snapshot. */
#ifndef GRADER_INTAKE_INTAKE_H
#define GRADER_INTAKE_INTAKE_H

#include "grader/base/arena.h"
#include "grader/base/err.h"
#include "grader/intake/request.h"
#include "grader/model/submission.h"
#include "grader/run/runner.h"

/*
 * Theory of operation
 *
 *   intake_read --argv--> reader (the grader itself, in the box, with libgit2)
 *        ^                  |
 *        +--- frames -------+   on its standard output
 *
 * The repository is hostile, so whoever parses it may fall into its hands. The reader therefore
 * sees nothing but that repository, and what it says is checked like any other hostile input.
 */

/*
 * Takes at most 20 s of CPU, 60 s, 1 GiB; ceilings on content are in rules.h. A submission may have
 * no file that is C source, or none at all; no folder that answers a problem is a submission_count
 * of 0 and no error. What the repository or its address does wrong is an ERR_INPUT (with what to
 * do), what our reader does wrong is an ERR_FAULT. Strings are in the arena.
 */
bool intake_read(struct runner *runner, const struct intake_request *request, struct arena *arena,
                 struct snapshot *out, struct err *err) MUST_CHECK;

#endif
