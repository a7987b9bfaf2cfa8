/* test_suggest.c - which names are near. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/intake/suggest.h"

static struct arena arena;
static struct ref_names names;

static void add(const char *const *all, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ref_names_add(&names, &arena, all[i]);
}

static const char *const some[] = { "refs/heads/main",
                                    "refs/heads/feature/login",
                                    "refs/tags/v1.0",
                                    "refs/tags/v1.0^{}",
                                    "refs/notes/commits",
                                    "HEAD",
                                    "refs/remotes/origin/maintenance" };

Test(suggest, keeps_branches_and_tags_only)
{
    add(some, COUNT_OF(some));
    cr_assert_eq(names.count, 4);
    arena_release(&arena);
}

Test(suggest, finds_slips_of_the_pen_and_parts)
{
    add(some, COUNT_OF(some));
    static const char *const rows[][2] = {
        { "mian", "'main'" },
        { "v1.1", "'v1.0'" },
        { "login", "'feature/login'" },
        { "maintenance", "'origin/maintenance' or 'main'" },
        { "zzzzzz", "" },
        { "v", "" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        cr_expect_str_eq(suggest_names(&names, rows[i][0], &arena), rows[i][1]);
    arena_release(&arena);
}

Test(suggest, lists_five_and_counts_the_rest)
{
    cr_assert_str_eq(list_names(&names, &arena), "");
    for (int i = 0; i < 8; i++)
        ref_names_add(&names, &arena, arena_printf(&arena, "refs/heads/b%d", i));
    cr_assert_str_eq(list_names(&names, &arena), "'b0', 'b1', 'b2', 'b3', 'b4' and 3 more");
    arena_release(&arena);
}

Test(suggest, bears_long_names_and_many)
{
    char *long_name = arena_alloc(&arena, 70000);
    memset(long_name, 'x', 69999);
    memcpy(long_name, "refs/heads/", 11);
    for (int i = 0; i < 20000; i++)
        ref_names_add(&names, &arena, i ? "refs/heads/y" : long_name);
    cr_assert_eq(names.count, 10000);
    cr_assert(strlen(suggest_names(&names, long_name + 11, &arena)) < 1000);
    arena_release(&arena);
}
