/* arbiter_object.h - the compiled plugin of the arbiter as bytes inside the grader. */
#ifndef GRADER_GROWTH_ARBITER_OBJECT_H
#define GRADER_GROWTH_ARBITER_OBJECT_H

#include "grader/base/str.h"

/* arbiter/arbiter.c as a shared object, for qemu-x86_64 -plugin. */
struct str arbiter_object(void);

#endif
