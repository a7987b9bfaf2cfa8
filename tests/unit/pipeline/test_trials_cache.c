/* test_trials_cache.c - small public inputs survive the disk whole, or not at all. */
#include "grader/pipeline/trials_cache.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/fd.h"

static char folder[] = "/tmp/trials-cache-XXXXXX";
static struct arena arena;
static struct means means;
static struct test_case cases[2] = { { .name = "sample/1" }, { .name = "secret/1" } };
static const char *first_words[] = { "uniform", "3", "17" };
static struct source_set generator = { "gen", NULL, 0 };
static struct package package = { .id = "p",
                                  .content_hash = "00",
                                  .cases = cases,
                                  .case_count = 2,
                                  .generators = &generator,
                                  .generator_count = 1 };
static struct package_submission model = { .sources = { "accepted/a.c", NULL, 0 } };

static struct trial trials[] = {
    { &cases[1], { "1\n\0x", 4 }, { "", 0 } },
    { &cases[0], { "22", 2 }, { "3 4 5\n", 6 } },
};
static const struct trial_set set = { trials, 2 };

static void begin(void)
{
    cr_assert(mkdtemp(folder));
    means = (struct means){ .cache = folder, .key = { "key", 3 } };
}

static void end(void)
{
    unlink(arena_printf(&arena, "%s/trials-name", folder));
    rmdir(folder);
    arena_release(&arena);
}

TestSuite(trials_cache, .init = begin, .fini = end);

static bool get(struct trial_set *out)
{
    return trials_cache_get(&means, "name", &package, &arena, out);
}

Test(trials_cache, what_was_put_comes_back)
{
    struct trial_set again = { 0 };
    trials_cache_put(&means, "name", &package, &set);
    cr_assert(get(&again));
    cr_assert_eq(again.count, 2);
    for (size_t i = 0; i < 2; i++) {
        cr_expect(again.trials[i].like == trials[i].like);
        cr_expect(str_equal(again.trials[i].input, trials[i].input));
        cr_expect(str_equal(again.trials[i].answer, trials[i].answer));
    }
}

Test(trials_cache, nothing_is_something_too)
{
    const struct trial_set none = { 0 };
    struct trial_set again = { .count = 7 };
    trials_cache_put(&means, "name", &package, &none);
    cr_assert(get(&again));
    cr_assert_eq(again.count, 0);
}

Test(trials_cache, a_damaged_file_is_none)
{
    const char *path = arena_printf(&arena, "%s/trials-name", folder);
    struct trial_set again = { .count = 7 };
    struct err err = { 0 };
    struct str whole;
    cr_assert(!get(&again));
    trials_cache_put(&means, "name", &package, &set);
    cr_assert(file_read(path, 1 << 20, &arena, &whole, &err));
    for (size_t i = 0; i < whole.length; i++) {
        char *bytes = arena_memdup(&arena, whole.at, whole.length);
        bytes[i] ^= 1;
        cr_assert(file_write(path, bytes, whole.length, &err));
        cr_expect(!get(&again), "byte %zu", i);
        cr_assert(file_write(path, whole.at, i, &err));
        cr_expect(!get(&again), "cut at %zu", i);
    }
    cr_expect_eq(again.count, 7);
}

static const char *name_of(const struct trial_calls *calls)
{
    char *name = arena_alloc(&arena, HASH_TEXT_MAX);
    cr_assert(trials_cache_name(&means, &package, &model, calls, name));
    return name;
}

Test(trials_cache, the_name_follows_from_all_that_decides_and_from_no_key)
{
    struct trial_call call = { 0, { first_words, 3 }, &cases[1] }, other = call;
    const struct trial_calls calls = { &call, 1 }, others = { &other, 1 };
    const char *name = name_of(&calls);
    means.key = (struct str){ "another", 7 };
    cr_expect_str_eq(name, name_of(&others));
    other.like = &cases[0];
    cr_expect_str_neq(name, name_of(&others));
    other = call;
    other.words.count = 2;
    cr_expect_str_neq(name, name_of(&others));
    package.content_hash = "01";
    cr_expect_str_neq(name, name_of(&calls));
    package.content_hash = "00";
    struct source_file file = { "a.c", { "int x;", 6 } };
    model.sources.files = &file;
    model.sources.count = 1;
    cr_expect_str_neq(name, name_of(&calls));
    model.sources.count = 0;
    generator.files = &file;
    generator.count = 1;
    cr_expect_str_neq(name, name_of(&calls));
}

Test(trials_cache, without_a_cache_there_is_no_name)
{
    const struct trial_calls none = { 0 };
    char name[HASH_TEXT_MAX];
    means.cache = NULL;
    cr_assert(!trials_cache_name(&means, &package, &model, &none, name));
}
