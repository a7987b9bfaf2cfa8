/* test_trial_calls.c - which small inputs the bundled packages' generators are asked for. */
#include "grader/pipeline/trial_calls.h"

#include <criterion/criterion.h>
#include <string.h>

#include "grader/catalog/catalog.h"

static struct arena arena;
static struct package package;
static struct growth_plan plan;
static struct trial_calls calls;

static const char *const bundled[] = { "longestincreasing", "lrucache", "ratelimiter" };

static void list(const char *id)
{
    struct err err = { 0 };
    bool found;
    cr_assert(catalog_load(arena_printf(&arena, TREE "/problems/%s", id), &arena, &package, &err),
              "%s", err.text);
    cr_assert(plan_load(&package, &arena, &found, &plan, &err) && found, "%s", err.text);
    trial_calls_list(&package, &plan, &arena, &calls);
}

static void end(void)
{
    arena_release(&arena);
}

TestSuite(trial_calls, .fini = end);

static const char *line_of(const struct trial_call *call)
{
    const char *line = package.generators[call->generator].name;
    for (size_t i = 0; i < call->words.count; i++)
        line = arena_printf(&arena, "%s %s", line, call->words.words[i]);
    return line;
}

/* "seq line 40 7 0 123" and the call "seq line 40 7 0 {seed}". */
static bool is_made_by(const struct trial_call *call, const struct generator_call *test)
{
    if (strcmp(package.generators[call->generator].name, test->program) != 0 ||
        call->words.count != test->words.count)
        return false;
    for (size_t i = 0; i < test->words.count; i++)
        if (!strstr(test->words.words[i], "{seed}") &&
            strcmp(test->words.words[i], call->words.words[i]) != 0)
            return false;
    return true;
}

Test(trial_calls, none_is_a_call_of_a_hidden_test)
{
    for (size_t b = 0; b < COUNT_OF(bundled); b++) {
        list(bundled[b]);
        cr_assert_gt(calls.count, 200);
        cr_assert_leq(calls.count, TRIAL_CALLS_MAX);
        for (size_t i = 0; i < calls.count; i++)
            for (size_t k = 0; k < package.case_count; k++)
                cr_expect(!package.cases[k].call ||
                              !is_made_by(&calls.calls[i], package.cases[k].call),
                          "%s", line_of(&calls.calls[i]));
    }
}

Test(trial_calls, the_same_package_gives_the_same_calls)
{
    list("ratelimiter");
    struct trial_calls first = calls;
    list("ratelimiter");
    cr_assert_eq(first.count, calls.count);
    for (size_t i = 0; i < calls.count; i++)
        cr_assert_str_eq(line_of(&first.calls[i]), line_of(&calls.calls[i]));
}

Test(trial_calls, no_two_are_equal_and_no_place_is_left_open)
{
    list("lrucache");
    for (size_t i = 0; i < calls.count; i++) {
        cr_expect(!strpbrk(line_of(&calls.calls[i]), "{}"), "%s", line_of(&calls.calls[i]));
        for (size_t k = 0; k < i; k++)
            cr_expect_str_neq(line_of(&calls.calls[i]), line_of(&calls.calls[k]));
    }
}

/* Every family and every kind of call has its turn. */
Test(trial_calls, all_generators_and_shapes_are_asked)
{
    static const char *const shapes[] = { "ops random", "ops wide", "ops edge", "ops loop",
                                          "slots",      "stride",   "many" };
    list("lrucache");
    for (size_t s = 0; s < COUNT_OF(shapes); s++) {
        size_t count = 0;
        for (size_t i = 0; i < calls.count; i++)
            count += strncmp(line_of(&calls.calls[i]), shapes[s], strlen(shapes[s])) == 0;
        cr_expect_gt(count, 3, "%s", shapes[s]);
    }
}

Test(trial_calls, a_package_without_generators_has_none)
{
    struct test_case test = { .name = "secret/1" };
    struct package plain = { .id = "plain", .cases = &test, .case_count = 1 };
    trial_calls_list(&plain, NULL, &arena, &calls);
    cr_assert_eq(calls.count, 0);
}

/* "numbers 3 {seed}" and "numbers 40 {seed}" make all sizes below 40 but 3. */
Test(trial_calls, the_largest_of_calls_that_are_alike_stands_for_all)
{
    struct err err = { 0 };
    size_t small = 0, large = 0;
    cr_assert(catalog_load(TREE "/tests/support/e2e_packages/double", &arena, &package, &err));
    trial_calls_list(&package, NULL, &arena, &calls);
    for (size_t i = 0; i < calls.count; i++) {
        const char *size = calls.calls[i].words.words[0];
        small += strcmp(size, "2") == 0;
        large += strcmp(size, "32") == 0;
        cr_expect_str_neq(size, "3");
        cr_expect_str_neq(size, "48");
    }
    cr_expect(small > 0 && large > 0);
}
