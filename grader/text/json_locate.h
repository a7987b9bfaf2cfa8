/* json_locate.h - where in a JSON text a value stands. */
#ifndef GRADER_TEXT_JSON_LOCATE_H
#define GRADER_TEXT_JSON_LOCATE_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/str.h"

/*
 * Walks a text that is known to be JSON along a path: steps[0] is the index of a child of the root
 * (the how-manieth element or member), steps[1] of a child of that, … Returns the offset of the
 * value, or of the key in front of it when want_key is set and the value has one. A path that
 * leads nowhere gives the offset reached; no byte beyond the text is read, whatever it holds.
 */
size_t json_locate(struct str text, const size_t *steps, size_t depth, bool want_key);

/* Line and column, from 1, of a byte offset; a column is a code point. */
struct text_position {
    size_t line, column;
};
struct text_position text_position_of(struct str text, size_t offset);

#endif
