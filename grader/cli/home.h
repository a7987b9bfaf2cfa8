/* home.h - where the bundled problems and rubrics lie. */
#ifndef GRADER_CLI_HOME_H
#define GRADER_CLI_HOME_H

#include "grader/base/arena.h"
#include "grader/base/err.h"

/* Absolute path of this program's own file. ERR_FAULT. */
bool home_executable(struct arena *arena, const char **out, struct err *err) MUST_CHECK;

/*
 * The folder that holds problems/ and rubrics/: $GRADER_HOME, or the nearest one above the program,
 * or /usr/local/share/grader, /usr/share/grader. ERR_INPUT when there is none.
 */
bool home_find(struct arena *arena, const char **out, struct err *err) MUST_CHECK;

/*
 * The path of a rubric: a name that is made of a-z and '-' alone and is no file here is one of the
 * bundled rubrics ("course" is HOME/rubrics/course.json); anything else is a path already.
 * ERR_INPUT when home is needed and not found.
 */
bool home_rubric(const char *name, struct arena *arena, const char **out,
                 struct err *err) MUST_CHECK;

#endif
