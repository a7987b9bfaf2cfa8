/* mem.h - the only door to malloc: out of memory ends the process with a line that says so. */
#ifndef GRADER_BASE_MEM_H
#define GRADER_BASE_MEM_H

#include <stddef.h>

#include "grader/base/attr.h"

/* Exit code of a process that ran out of memory; the pipeline turns it into "not graded". */
enum { MEM_EXIT_CODE = 99 };

void *mem_alloc(size_t size);
void *mem_resize(void *memory, size_t size);
void mem_free(void *memory);
NORETURN void mem_exhausted(size_t size);

#endif
