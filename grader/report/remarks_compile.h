/* remarks_compile.h - what to tell of what the compiler said. Private to the remarks. */
#ifndef GRADER_REPORT_REMARKS_COMPILE_H
#define GRADER_REPORT_REMARKS_COMPILE_H

#include "grader/report/notes.h"

void remarks_tell_compile_error(struct notes *notes);

/* When tests fail, the first warning of those that nearly always are a mistake. */
void remarks_tell_likely_reason(struct notes *notes);

/* How many other warnings there are, and the first. */
void remarks_tell_warnings(struct notes *notes);

#endif
