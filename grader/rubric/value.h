/* value.h - single values of a rubric, checked: texts, ids, words of a table. */
#ifndef GRADER_RUBRIC_VALUE_H
#define GRADER_RUBRIC_VALUE_H

#include <stdbool.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/text/json.h"

enum { ID_BYTES_MAX = 64, TITLE_BYTES_MAX = 200, TEXT_BYTES_MAX = 1000 };

/* All of them: the key must be there; errors are ERR_INPUT with file, line, column and path. */

/* A text that is not empty and not longer than bytes_max. */
bool value_text(const struct json_at *object, const char *key, size_t bytes_max,
                struct arena *arena, const char **out, struct err *err) MUST_CHECK;

/* 1 to ID_BYTES_MAX of a-z, 0-9 and '-'. */
bool value_id(const struct json_at *object, const char *key, struct arena *arena, const char **out,
              struct err *err) MUST_CHECK;

/* The index of one of `count` words; the error lists them. */
bool value_word(const struct json_at *object, const char *key, const char *(*word)(unsigned),
                unsigned count, struct arena *arena, unsigned *out, struct err *err) MUST_CHECK;

/* A list of least … most elements; `what` names them in the error. */
bool value_list(const struct json_at *object, const char *key, size_t least, size_t most,
                const char *what, struct json_at *out, struct err *err) MUST_CHECK;

#endif
