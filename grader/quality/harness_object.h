/* harness_object.h - the compiled harness as bytes inside the grader. */
#ifndef GRADER_QUALITY_HARNESS_OBJECT_H
#define GRADER_QUALITY_HARNESS_OBJECT_H

#include "grader/base/str.h"

/* An object file (harness/harness.c) to be linked into a program under sanitizers; static storage.
 */
struct str harness_object(void);

#endif
