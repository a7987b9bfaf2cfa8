/* test_arena.c - memory with one lifetime. */
#include <criterion/criterion.h>
#include <stdalign.h>
#include <stdint.h>
#include <string.h>

#include "grader/base/arena.h"
#include "grader/base/mem.h"

static struct arena arena;

static void end(void)
{
    arena_release(&arena);
}

TestSuite(arena, .fini = end);

static bool is_zero(const unsigned char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i])
            return false;
    return true;
}

Test(arena, gives_zeroed_aligned_memory_that_does_not_overlap)
{
    static const size_t sizes[] = { 0, 1, 7, 16, 17, 4096, 65535, 65536, 65537, 1000000 };
    enum { ROUNDS = 40 };
    struct piece {
        unsigned char *at;
        size_t size;
    } pieces[ROUNDS * COUNT_OF(sizes)];
    size_t count = 0;
    for (size_t round = 0; round < ROUNDS; round++)
        for (size_t i = 0; i < COUNT_OF(sizes); i++) {
            unsigned char *at = arena_alloc(&arena, sizes[i]);
            cr_assert((uintptr_t)at % alignof(max_align_t) == 0);
            cr_assert(is_zero(at, sizes[i]));
            memset(at, (int)(count % 255) + 1, sizes[i]);
            pieces[count++] = (struct piece){ at, sizes[i] };
        }
    /* Each still holds what was written into it: nobody else's memory was the same. */
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < pieces[i].size; k++)
            cr_assert(pieces[i].at[k] == i % 255 + 1);
}

Test(arena, copies_bytes_and_puts_a_nul_behind)
{
    char *copy = arena_memdup(&arena, "a\0b", 3);
    cr_expect(memcmp(copy, "a\0b\0", 4) == 0);
    cr_expect_str_eq(arena_memdup(&arena, NULL, 0), "");
    cr_expect_str_eq(arena_strdup(&arena, "text"), "text");
}

Test(arena, prints_texts_of_any_length)
{
    char text[100001];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    cr_expect_str_eq(arena_printf(&arena, "%d-%s", 7, "y"), "7-y");
    const char *long_text = arena_printf(&arena, "%s!", text);
    cr_expect(strlen(long_text) == sizeof text && long_text[sizeof text - 1] == '!');
    cr_expect_str_eq(arena_printf(&arena, "%s", ""), "");
}

Test(arena, grows_an_array_and_keeps_what_is_in_it)
{
    int *numbers = NULL;
    size_t capacity = 0, moves = 0;
    for (size_t i = 0; i < 10000; i++) {
        int *grown = arena_grow(&arena, numbers, i, &capacity, sizeof *numbers);
        moves += grown != numbers;
        numbers = grown;
        cr_assert(capacity > i);
        numbers[i] = (int)i;
    }
    for (size_t i = 0; i < 10000; i++)
        cr_assert(numbers[i] == (int)i);
    cr_expect(moves < 16, "%zu moves: growth does not double", moves);
}

Test(arena, can_be_released_twice_and_used_again)
{
    arena_alloc(&arena, 100);
    cr_expect(arena.total_bytes > 0);
    arena_release(&arena);
    arena_release(&arena);
    cr_expect(arena.total_bytes == 0);
    cr_expect(*(char *)arena_alloc(&arena, 1) == 0);
}

Test(arena, a_product_that_overflows_ends_the_process, .exit_code = MEM_EXIT_CODE)
{
    arena_array(&arena, SIZE_MAX / 2, 3);
}

Test(arena, a_size_that_nobody_has_ends_the_process, .exit_code = MEM_EXIT_CODE)
{
    arena_alloc(&arena, SIZE_MAX);
}
