/* verify_junk.h - inputs and outputs that no careful validator accepts. Private to grader/pipeline.
 */
#ifndef GRADER_PIPELINE_VERIFY_JUNK_H
#define GRADER_PIPELINE_VERIFY_JUNK_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/arena.h"
#include "grader/base/str.h"

/* After problemtools' junk cases and junk modifications (problemtools/verifyproblem.py). */
enum { JUNK_FIXED_COUNT = 4, JUNK_CHANGE_COUNT = 9 };

/* "an empty file", "random bytes", … The same bytes in every call. */
const char *junk_fixed(size_t kind, struct arena *arena, struct str *out);

/* "a line too many at the end", … */
const char *junk_change_name(size_t kind);

/* Whether the change makes a right output wrong, too: not where white space alone differs. */
bool junk_change_is_for_output(size_t kind);

/* Something good, changed; false when this kind of change leaves it as it is. */
bool junk_change(size_t kind, struct str good, struct arena *arena, struct str *out);

#endif
