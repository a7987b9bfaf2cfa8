/* err.h - why something could not be done: a kind and a story. A verdict is never an error. */
#ifndef GRADER_BASE_ERR_H
#define GRADER_BASE_ERR_H

#include <stdarg.h>
#include <stdbool.h>

#include "grader/base/attr.h"

enum err_kind {
    ERR_NONE,
    ERR_USAGE, /* the command line is wrong: exit code 2 */
    ERR_INPUT, /* what we were given is wrong (repository, package, rubric): exit code 2 */
    ERR_FAULT, /* we could not do our work (no memory, no disk, no sandbox): exit code 3 */
};

enum { ERR_TEXT_MAX = 2048 };

/* Zero-initialised means "no error". The text has no full stop and no newline. */
struct err {
    enum err_kind kind;
    char text[ERR_TEXT_MAX];
};

/*
 * The one who knows the cause writes it; each caller who knows the place wraps it once; only
 * grader/cli prints it. All of them return false, so that `return err_set(...)` ends a function
 * that returns bool. Overlong text is cut.
 */
bool err_set(struct err *err, enum err_kind kind, const char *format, ...) PRINTF_LIKE(3, 4);

/* As err_set, then ": " and the text of errno as it was at the call. */
bool err_sys(struct err *err, enum err_kind kind, const char *format, ...) PRINTF_LIKE(3, 4);

/* Puts "format: " in front of the story; the kind stays. */
bool err_wrap(struct err *err, const char *format, ...) PRINTF_LIKE(2, 3);

void err_clear(struct err *err);
bool err_is_set(const struct err *err);

#endif
