/* arena.c - memory with one lifetime. */
#include "grader/base/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/mem.h"

enum { BLOCK_BYTES = 64 * 1024 };

struct arena_block {
    struct arena_block *older;
    size_t size, used;
    alignas(max_align_t) unsigned char bytes[];
};

static struct arena_block *block_new(struct arena *arena, size_t size)
{
    struct arena_block *block = mem_alloc(sizeof *block + size);
    block->older = arena->newest;
    block->size = size;
    block->used = 0;
    arena->newest = block;
    arena->total_bytes += size;
    return block;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    assert(arena);
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX / 2)
        mem_exhausted(size);
    size_t rounded = (size + align - 1) / align * align;
    struct arena_block *block = arena->newest;
    if (!block || block->size - block->used < rounded)
        block = block_new(arena, rounded > BLOCK_BYTES ? rounded : BLOCK_BYTES);
    void *out = block->bytes + block->used;
    block->used += rounded;
    assert(block->used <= block->size);
    return memset(out, 0, rounded);
}

void *arena_array(struct arena *arena, size_t count, size_t element_size)
{
    size_t size;
    if (__builtin_mul_overflow(count, element_size, &size))
        mem_exhausted(SIZE_MAX);
    return arena_alloc(arena, size);
}

char *arena_memdup(struct arena *arena, const void *bytes, size_t size)
{
    assert(bytes || size == 0);
    char *copy = arena_alloc(arena, size + 1);
    if (size > 0)
        memcpy(copy, bytes, size);
    copy[size] = '\0';
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return arena_memdup(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    assert(length >= 0);
    char *out = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(out, (size_t)length + 1, format, again);
    va_end(again);
    return out;
}

void *arena_grow(struct arena *arena, void *array, size_t count, size_t *capacity,
                 size_t element_size)
{
    assert(count <= *capacity);
    if (count < *capacity)
        return array;
    size_t larger = *capacity ? *capacity * 2 : 8;
    void *moved = arena_array(arena, larger, element_size);
    if (count > 0)
        memcpy(moved, array, count * element_size);
    *capacity = larger;
    return moved;
}

void arena_release(struct arena *arena)
{
    assert(arena);
    for (struct arena_block *block = arena->newest; block;) {
        struct arena_block *older = block->older;
        mem_free(block);
        block = older;
    }
    *arena = (struct arena){ 0 };
}
