/* test_limits_cache.c - a measured time limit is kept for what it depends on, and for nothing else.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "grader/base/fd.h"
#include "grader/pipeline/limits_cache.h"
#include "tests/support/e2e_fake_tools.h"

static struct fake_tools *tools;
static struct arena arena;
static struct err err;

static void begin(void)
{
    tools = fake_tools_new();
}

static void end(void)
{
    fake_tools_free(tools);
    arena_release(&arena);
}

TestSuite(limits_cache, .init = begin, .fini = end);

Test(limits_cache, gives_back_what_was_put)
{
    uint64_t limit_us = 77;
    cr_expect(!limits_cache_get(&tools->means, "abc", &limit_us) && limit_us == 77);
    cr_assert(limits_cache_put(&tools->means, "abc", 1500000, &err), "%s", err.text);
    cr_expect(limits_cache_get(&tools->means, "abc", &limit_us) && limit_us == 1500000);
    cr_assert(limits_cache_put(&tools->means, "abc", 2500000, &err));
    cr_expect(limits_cache_get(&tools->means, "abc", &limit_us) && limit_us == 2500000);
    cr_expect(!limits_cache_get(&tools->means, "abd", &limit_us));
}

Test(limits_cache, damage_counts_as_not_there)
{
    static const char *const texts[] = { "",
                                         "0",
                                         "-1",
                                         "12x",
                                         "1.5",
                                         " 7",
                                         "7\n",
                                         "7",
                                         "86400000001",
                                         "1e6",
                                         "99999999999999999999999" };
    const char *path = arena_printf(&arena, "%s/limit-abc", tools->cache);
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        uint64_t limit_us = 77;
        cr_assert(file_write(path, texts[i], strlen(texts[i]), &err));
        bool good = limits_cache_get(&tools->means, "abc", &limit_us);
        cr_expect(good == (strcmp(texts[i], "7") == 0), "'%s'", texts[i]);
        cr_expect(limit_us == (good ? 7 : 77));
    }
}

Test(limits_cache, a_place_that_cannot_be_written_is_an_error)
{
    struct means means = tools->means;
    means.cache = "/proc/self/none";
    cr_expect(!limits_cache_put(&means, "abc", 1, &err));
    cr_expect(err.kind == ERR_INPUT && strstr(err.text, "/proc/self/none"), "%s", err.text);
    char *longest = arena_alloc(&arena, 5000);
    memset(longest, 'x', 4999);
    means.cache = longest;
    uint64_t limit_us;
    cr_expect(!limits_cache_put(&means, "abc", 1, &err) && strstr(err.text, "too long"), "%s",
              err.text);
    cr_expect(!limits_cache_get(&means, "abc", &limit_us));
}

/* ---- names ---- */

static struct source_file source = { "a.c", { "int a;", 6 } };
static struct package_submission submission;
static struct package package;

static void reset(void)
{
    source.bytes = str_of("int a;");
    submission = (struct package_submission){ .sources = { "accepted/a.c", &source, 1 },
                                              .folder = "accepted",
                                              .language = "c" };
    package = (struct package){ .id = "p",
                                .content_hash = "hash",
                                .limits = { .ac_to_time_limit = 2, .time_resolution_us = 1000000 },
                                .submissions = &submission,
                                .submission_count = 1 };
}

static void change_nothing(void)
{
}
static void change_tests(void)
{
    package.content_hash = "other";
}
static void change_multiplier(void)
{
    package.limits.ac_to_time_limit = 2.5;
}
static void change_resolution(void)
{
    package.limits.time_resolution_us = 500000;
}
static void change_source(void)
{
    source.bytes = str_of("int b;");
}
static void change_use(void)
{
    submission.time_limit_use = TIME_LIMIT_UNUSED;
}
static void change_count(void)
{
    package.submission_count = 0;
}
static void change_key(void)
{
    tools->means.key = str_of("another key");
}

Test(limits_cache, a_name_changes_with_all_that_a_limit_depends_on)
{
    static void (*const changes[])(void) = { change_nothing,    change_tests,  change_multiplier,
                                             change_resolution, change_source, change_use,
                                             change_count,      change_key };
    char wanted[HASH_TEXT_MAX], names[COUNT_OF(changes)][HASH_TEXT_MAX];
    reset();
    limits_cache_name(&tools->means, &package, wanted);
    for (size_t i = 0; i < COUNT_OF(changes); i++) {
        reset();
        changes[i]();
        limits_cache_name(&tools->means, &package, names[i]);
        for (size_t k = 0; k < i; k++)
            cr_expect_str_neq(names[i], names[k], "%zu and %zu", i, k);
    }
    cr_expect_str_eq(names[0], wanted);
}
