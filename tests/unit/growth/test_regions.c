/* test_regions.c - clang's coverage mapping, good and spoilt. */
#include "grader/growth/regions.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "grader/growth/name_hash.h"

static struct arena arena;
static struct regions regions;
static void tear_down(void)
{
    arena_release(&arena);
}
TestSuite(regions, .fini = tear_down);

static void read(const char *mapping)
{
    regions_read(str_of(mapping), &arena, &regions);
}

static const uint64_t counters[] = { 1, 100, 40, 7 };

static uint64_t value(const char *count)
{
    static const struct region_counters bound = { 0xdb956436e78dd5fa, 0, 4 };
    read(arena_printf(&arena, "main:\n  File 0, 1:1 -> 2:2 = %s\n", count));
    regions_bind(&regions, &bound, 1);
    cr_assert(eq(sz, regions.count, 1));
    return region_value(&regions, &regions.at[0], counters, 4);
}

/* hashlib.md5(b"main").digest()[:8] and the like, in Python. */
Test(regions, names_functions_as_clang_does)
{
    char text[130];
    cr_expect(eq(u64, name_hash(str_of("")), 0x04b2008fd98c1dd4));
    cr_expect(eq(u64, name_hash(str_of("main")), 0xdb956436e78dd5fa));
    memset(text, 'a', 56);
    cr_expect(eq(u64, name_hash((struct str){ text, 55 }), 0x22a1f9dfb67217ef));
    cr_expect(eq(u64, name_hash((struct str){ text, 56 }), 0xb028f803c78a0c3b));
    memset(text, 'c', 130);
    cr_expect(eq(u64, name_hash((struct str){ text, 130 }), 0x5887b79a39462b4b));
}

Test(regions, reads_a_function_and_its_regions)
{
    read("@1\nmain.c:f:\n  File 0, 5:1 -> 15:2 = #0\n  Branch,File 0, 7:21 -> 7:26 = #1, #0\n"
         "  Gap,File 0, 7:32 -> 7:33 = #1\n  File 0, 7:33 -> 12:6 = #1\n");
    cr_assert(eq(sz, regions.function_count, 1));
    cr_expect(eq(sz, regions.functions[0].count, 2));
    cr_expect(eq(uint, regions.functions[0].unit, 1));
    cr_expect(str_is(regions.functions[0].name, "main.c:f"));
    cr_expect(eq(uint, regions.at[1].from.line, 7));
    cr_expect(eq(uint, regions.at[1].from.column, 33));
    cr_expect(eq(uint, regions.at[1].to.line, 12));
    cr_expect(eq(uint, regions.at[1].to.column, 6));
}

Test(regions, puts_what_stands_in_a_macro_where_it_is_used)
{
    read("f:\n  File 0, 1:1 -> 9:2 = #0\n  Expansion,File 0, 4:5 -> 4:9 = #0 (Expanded file = 1)\n"
         "  Expansion,File 1, 30:5 -> 30:9 = #0 (Expanded file = 2)\n"
         "  File 2, 77:1 -> 77:9 = #1\n  File 3, 78:1 -> 78:9 = #1\n");
    cr_assert(eq(sz, regions.count, 4));
    cr_expect(eq(uint, regions.at[2].from.line, 4));
    cr_expect(eq(uint, regions.at[3].from.line, 4));
    cr_expect(str_is(regions.at[3].count, "#1"));
}

Test(regions, calculates_counts)
{
    cr_expect(eq(u64, value("#1"), 100));
    cr_expect(eq(u64, value("0"), 0));
    cr_expect(eq(u64, value("(#0 + #1)"), 101));
    cr_expect(eq(u64, value("((#0 + #1) - #2)"), 61));
    cr_expect(eq(u64, value("(#0 - #1)"), 0));
    cr_expect(eq(sz, (value("#3"), region_own_counter(&regions, &regions.at[0])), 3));
    cr_expect(eq(sz, (value("(#3 - #1)"), region_own_counter(&regions, &regions.at[0])), SIZE_MAX));
}

Test(regions, of_spoilt_text_are_none_and_their_counts_are_nothing)
{
    static const char *const spoilt[] = {
        "",
        "main",
        "  File 0, 1:1 -> 2:2 = #0\n",
        "f:\n  File 0, 1 -> 2:2 = #0\n",
        "f:\n  File 99999999999999, 1:1 -> 2:2 = #0\n",
        "f:\n  File 0, 1:1 -> 2:2\n",
        "f:\n  Expansion,File 0, 1:1 -> 2:2 = #0 (Expanded file = 0)\n  File 1, 1:1 -> 1:1 = #0\n",
    };
    for (size_t i = 0; i < sizeof spoilt / sizeof spoilt[0]; i++) {
        read(spoilt[i]);
        cr_expect(le(sz, regions.count, 1), "%s", spoilt[i]);
    }
    cr_expect(eq(u64, value("#4"), 0));
    cr_expect(eq(u64, value("(#1 + #4)"), 0));
    cr_expect(eq(u64, value("(#1 + "), 0));
    cr_expect(eq(u64, value("(((((("), 0));
    char deep[600];
    memset(deep, '(', sizeof deep - 1);
    deep[sizeof deep - 1] = '\0';
    cr_expect(eq(u64, value(deep), 0));
}
