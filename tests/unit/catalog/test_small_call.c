/* test_small_call.c - calls of generators become smaller ones, and never those of a test. */
#include "grader/catalog/small_call.h"

#include <criterion/criterion.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/base/num.h"

static struct arena arena;
static struct test_case cases[2];
static struct package package = { .cases = cases };

static void end(void)
{
    arena_release(&arena);
}

TestSuite(small_call, .fini = end);

/* The words of "ops random 50 10 {seed}", the program apart. */
static struct generator_call call_of(const char *text)
{
    struct generator_call call = { 0 };
    const char **words = ARENA_ARRAY(&arena, 16, const char *);
    size_t count = 0;
    for (char *word = strtok(arena_strdup(&arena, text), " "); word; word = strtok(NULL, " "))
        words[count++] = word;
    call.program = words[0];
    call.words = (struct word_list){ words + 1, count - 1 };
    return call;
}

/* The smaller call as text; "" when there is none. */
static const char *made_small(const char *text, size_t size, uint64_t seed)
{
    struct generator_call call = call_of(text);
    struct word_list words;
    const char *out = "";
    if (!small_call_words(&package, &call, size, seed, &arena, &words))
        return "";
    for (size_t i = 0; i < words.count; i++)
        out = arena_printf(&arena, "%s%s%s", out, *out ? " " : "", words.words[i]);
    return out;
}

Test(small_call, one_needs_a_size_above_1_and_a_seed)
{
    static const struct {
        const char *text;
        bool is_possible;
    } rows[] = {
        { "ops random 50 10 {seed}", true }, { "ops random 50 10 7", false },
        { "ops random {seed}", false },      { "seq uniform -3 3 {seed}", true },
        { "seq line 1 0 {seed}", false },    { "ops 50 x{seed}", true },
        { "ops 5O {seed}", false },          { "ops 99999999999999999999 {seed}", false },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct generator_call call = call_of(rows[i].text);
        cr_expect_eq(small_call_is_possible(&call), rows[i].is_possible, "%s", rows[i].text);
    }
}

Test(small_call, calls_that_differ_in_their_size_alone_are_alike)
{
    struct generator_call one = call_of("ops random 50 10 {seed}");
    struct generator_call larger = call_of("ops random 500 10 {seed}");
    struct generator_call other = call_of("ops random 50 11 {seed}");
    struct generator_call kind = call_of("ops wide 50 10 {seed}");
    struct generator_call program = call_of("many random 50 10 {seed}");
    cr_assert(small_call_is_alike(&one, &larger));
    cr_assert(!small_call_is_alike(&one, &other));
    cr_assert(!small_call_is_alike(&one, &kind));
    cr_assert(!small_call_is_alike(&one, &program));
}

Test(small_call, the_first_number_is_the_size_and_the_seed_is_put_in)
{
    cr_assert_str_eq(made_small("seq uniform 200 -5 {seed}", 3, 77), "uniform 3 -5 77");
    cr_assert_str_eq(made_small("seq uniform 200 -5 {seed}", 0, 77), "uniform 0 -5 77");
}

/* 64 throws of a coin: all alike once in 2^63. */
Test(small_call, another_number_stays_or_shrinks_below_the_size_by_the_seed)
{
    size_t stayed = 0, shrank = 0;
    for (uint64_t seed = 0; seed < 64; seed++) {
        struct generator_call call = call_of("ops 5000 1000 {seed}");
        struct word_list words;
        uint64_t value;
        cr_assert(small_call_words(&package, &call, 6, seed, &arena, &words));
        cr_assert(num_u64(str_of(words.words[1]), 1, 1000, &value));
        cr_assert(value == 1000 || value <= 6);
        stayed += value == 1000;
        shrank += value <= 6;
    }
    cr_assert(stayed > 0 && shrank > 0);
}

Test(small_call, the_same_seed_gives_the_same_words)
{
    const char *once = made_small("ops random 5000 1000 {seed}", 6, 5);
    cr_assert_str_eq(once, made_small("ops random 5000 1000 {seed}", 6, 5));
}

Test(small_call, none_is_as_large_as_the_test)
{
    cr_assert_str_eq(made_small("seq line 40 {seed}", 40, 1), "");
    cr_assert_str_eq(made_small("seq line 40 {seed}", 41, 1), "");
    cr_assert_str_neq(made_small("seq line 40 {seed}", 39, 1), "");
}

/* A generator that does not look at its seed would print a hidden test again. */
Test(small_call, none_is_another_test_with_another_seed)
{
    struct generator_call large = call_of("seq line 40 -7 {seed}");
    struct generator_call small = call_of("seq line 4 -7 {seed}");
    struct generator_call fixed = call_of("seq line 5 -7 1");
    struct package listed = package;
    cases[0].call = &small;
    cases[1].call = &fixed;
    listed.case_count = 2;
    struct word_list words;
    cr_assert(!small_call_words(&listed, &large, 4, 1, &arena, &words));
    cr_assert(!small_call_words(&listed, &large, 5, 1, &arena, &words));
    cr_assert(small_call_words(&listed, &large, 5, 2, &arena, &words));
    cr_assert(small_call_words(&listed, &large, 3, 1, &arena, &words));
    cr_assert(small_call_is_of_test(&listed, "seq", call_of("seq line 4 -7 99").words, 99));
    cr_assert(!small_call_is_of_test(&listed, "ops", call_of("ops line 4 -7 99").words, 99));
}
