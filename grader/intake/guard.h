/* guard.h - an end to calls that never end: libgit2 1.5 spins on a truncated loose object. */
#ifndef GRADER_INTAKE_GUARD_H
#define GRADER_INTAKE_GUARD_H

#include "grader/base/attr.h"

/*
 * Between guard_begin and guard_end the process may use 2 s of CPU. When they are gone, a signal's
 * handler writes an ERROR frame (ERR_INPUT) with the text to the descriptor and ends the process
 * with exit code 0, which is a whole answer. Nothing may be written to the descriptor meanwhile.
 * One guard a process, no nesting; without guard_open all of it does nothing.
 */
void guard_open(int fd);
void guard_close(void);
void guard_begin(const char *format, ...) PRINTF_LIKE(1, 2);
void guard_end(void);

#endif
