/* arena.h - memory with one lifetime: everything learnt about one thing dies in one call. */
#ifndef GRADER_BASE_ARENA_H
#define GRADER_BASE_ARENA_H

#include <stddef.h>

#include "grader/base/attr.h"

struct arena_block;

/* Zero-initialise ({ 0 }) before first use. Not thread-safe. */
struct arena {
    struct arena_block *newest; /* owned */
    size_t total_bytes;
};

/* Zeroed memory, aligned for any object; size 0 is fine. Never NULL: out of memory ends the process
 * (a worker). */
void *arena_alloc(struct arena *arena, size_t size);

/* An array of count zeroed elements; an overflowing product ends the process like no memory. */
void *arena_array(struct arena *arena, size_t count, size_t element_size);
#define ARENA_NEW(arena, type)          ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, count, type) ((type *)arena_array((arena), (count), sizeof(type)))

char *arena_strdup(struct arena *arena, const char *text);
/* A copy of size bytes with a NUL behind them. */
char *arena_memdup(struct arena *arena, const void *bytes, size_t size);
char *arena_printf(struct arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);

/*
 * Makes room for one more element in a growing array that lives in an arena: returns the array,
 * moved if it was full. The old copy stays in the arena until its end, so growth doubles. `count`
 * is the number in use, `*capacity` is kept.
 */
void *arena_grow(struct arena *arena, void *array, size_t count, size_t *capacity,
                 size_t element_size);

void arena_release(struct arena *arena);
#define SCOPED_ARENA SCOPED(arena_release) struct arena

#endif
