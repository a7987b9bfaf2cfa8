/* parse_json.h - a saved report.json back as a report. */
#ifndef GRADER_REPORT_PARSE_JSON_H
#define GRADER_REPORT_PARSE_JSON_H

#include <stdbool.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/base/str.h"
#include "grader/model/report.h"

/*
 * Strict: every key must be there, no other may, each of its type; the error (ERR_INPUT) names
 * file, line, column and path. What render_json wrote comes back equal; only C strings that were
 * not valid UTF-8 come back with U+FFFD in place of each malformed byte.
 *
 * Everything in *out lives in the arena. `text` has a NUL behind its bytes.
 */
enum { REPORT_FILE_BYTES_MAX = 32 * 1024 * 1024 };

bool report_parse(const char *name, struct str text, struct arena *arena, struct report *out,
                  struct err *err) MUST_CHECK;

/* The same from a file of at most REPORT_FILE_BYTES_MAX bytes. */
bool report_load(const char *path, struct arena *arena, struct report *out,
                 struct err *err) MUST_CHECK;

#endif
