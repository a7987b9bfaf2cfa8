/* counter_object.h - the compiled counter as bytes inside the grader. */
#ifndef GRADER_GROWTH_COUNTER_OBJECT_H
#define GRADER_GROWTH_COUNTER_OBJECT_H

#include "grader/base/str.h"

/* An object file to be linked into a counted program; static storage. It holds COUNTER_KEY_HOLE
 * exactly once, to be replaced by a key of the same length. */
struct str counter_object(void);

#define COUNTER_KEY_HOLE "@grader-counter-key-goes-here-32@"
enum { COUNTER_KEY_LENGTH = sizeof COUNTER_KEY_HOLE - 1 };

#endif
