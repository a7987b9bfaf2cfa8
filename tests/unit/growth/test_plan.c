/* test_plan.c - growth.yaml, good and spoilt. */
#include "grader/growth/plan.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "tests/support/catalog_folder.h"

static struct catalog_folder folder;
static struct growth_plan plan;
static bool found;
static struct err err;

static void set_up(void)
{
    catalog_folder_make(&folder);
    cr_assert(catalog_folder_load(&folder));
}
static void tear_down(void)
{
    catalog_folder_remove(&folder);
}
TestSuite(plan, .init = set_up, .fini = tear_down);

static bool load(const char *text)
{
    catalog_folder_put(&folder, "growth.yaml", text);
    return plan_load(&folder.loaded, &folder.arena, &found, &plan, &err);
}

Test(plan, of_a_package_without_the_file_is_none)
{
    found = true;
    cr_expect(plan_load(&folder.loaded, &folder.arena, &found, &plan, &err));
    cr_expect(not(found));
}

Test(plan, with_families_alone_has_ten_doublings_from_64)
{
    cr_assert(load("families:\n  a: \"gen {n} {seed}\"\n  b: gen {2n} 7\n"), "%s", err.text);
    cr_assert(eq(sz, plan.family_count, 2));
    cr_expect(plan.families[0].is_random);
    cr_expect(not(plan.families[1].is_random));
    cr_expect(eq(sz, plan.n.count, 10));
    cr_expect(plan.n.is_automatic);
    cr_expect(epsilon_eq(dbl, plan.n.at[0], 64, 0));
    cr_expect(epsilon_eq(dbl, plan.n.at[9], 32768, 0));
    cr_expect(eq(ptr, (void *)plan.demands[GROWTH_TIME].text, NULL));
    cr_expect(epsilon_eq(dbl, plan_operations(&plan, 512, 1), 1, 0));
}

Test(plan, reads_everything)
{
    cr_assert(
        load("per: operation\noperations: 8n\nrequire: { time: n log n, heap: n, strict: true }\n"
             "sizes: { from: 100, to: 1600, steps: 5 }\nfamilies:\n  a: gen {n}\n"),
        "%s", err.text);
    cr_expect(eq(int, plan.demands[GROWTH_TIME].requirement.class, GROWTH_N_LOG_N));
    cr_expect(plan.demands[GROWTH_HEAP].requirement.strict);
    static const double sizes[] = { 100, 200, 400, 800, 1600 };
    for (int i = 0; i < 5; i++)
        cr_expect(epsilon_eq(dbl, plan.n.at[i], sizes[i], 0));
    cr_expect(epsilon_eq(dbl, plan_operations(&plan, 512, 1), 4096, 0));
}

Test(plan, takes_sizes_one_by_one_when_there_are_steps_for_all)
{
    cr_assert(load("sizes: { from: 5, to: 14, steps: 10 }\nfamilies: { a: \"gen {n}\" }\n"));
    for (int i = 0; i < 10; i++)
        cr_expect(epsilon_eq(dbl, plan.n.at[i], 5 + i, 0));
}

Test(plan, with_a_second_parameter_requires_an_expression)
{
    cr_assert(load("require: { time: (n + m) log n }\nsizes: { from: 64, to: 512, steps: 4 }\n"
                   "second: { from: 64, to: 512, steps: 4 }\nfamilies: { a: \"gen {n} {m}\" }\n"),
              "%s", err.text);
    cr_expect(plan.has_second);
    cr_expect(eq(sz, plan.m.count, 4));
}

Test(plan, puts_numbers_into_words)
{
    struct arena *arena = &folder.arena;
    cr_expect(eq(str, (char *)plan_word("{n}", 64, 1, 7, arena), "64"));
    cr_expect(eq(str, (char *)plan_word("a{8n}b{seed}c", 64, 1, 7, arena), "a512b7c"));
    cr_expect(eq(str, (char *)plan_word("{n^2}x{m}", 10, 3, 7, arena), "100x3"));
    cr_expect(eq(str, (char *)plan_word("plain", 10, 3, 7, arena), "plain"));
}

Test(plan, complains_with_file_line_and_column)
{
    static const struct {
        const char *text, *complaint;
    } rows[] = {
        { "families: { a: \"gen 7\" }\n",
          "growth.yaml:1:16: the call has no {n}: its inputs would all be of one size" },
        { "families: { a: \"gem {n}\" }\n",
          "growth.yaml:1:16: there is no generator 'generators/gem.c'; did you mean 'gen'?" },
        { "families: { a: \"gen {n} {k}\" }\n", "growth.yaml:1:16: '{k}' in the call: column 1: "
                                                "expected a number, n, m, log, sqrt or '('" },
        { "families: { a: \"gen {n} {seed\" }\n",
          "growth.yaml:1:16: a brace is not closed in '{seed'" },
        { "families: { a: \"\" }\n", "growth.yaml:1:16: the call is empty" },
        { "families: {}\n", "growth.yaml:1:1: 'families' names no family" },
        { "sizes: { from: 64, to: 64 }\nfamilies: { a: \"gen {n}\" }\n",
          "growth.yaml:1:8: sizes must rise: from 64 to 64" },
        { "sizes: { from: 640, to: 64 }\nfamilies: { a: \"gen {n}\" }\n",
          "growth.yaml:1:8: sizes must rise: from 640 to 64" },
        { "sizes: { from: 4, to: 64, steps: 1 }\nfamilies: { a: \"gen {n}\" }\n",
          "growth.yaml:1:8: sizes need at least 2 steps" },
        { "require:\n  time: n logn\nfamilies: { a: \"gen {n}\" }\n",
          "growth.yaml:2:9: 'n logn' is not a class: 1, log n, sqrt n, n, n log n, n^1.5, n^2, n^2 "
          "log n, n^3, 2^n, n!; did you mean 'n log n'?" },
        { "per: week\nfamilies: { a: \"gen {n}\" }\n",
          "growth.yaml:1:6: 'per' is 'input' or 'operation', not 'week'" },
        { "operations: n\nfamilies: { a: \"gen {n}\" }\n",
          "growth.yaml:1:13: 'operations' needs 'per: operation'" },
        { "second: { from: 2, to: 9, steps: 8 }\nfamilies: { a: \"gen {n} {m}\" }\n",
          "growth.yaml:1:1: 10 times 8 sizes are more than 64" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        err_clear(&err);
        cr_expect(not(load(rows[i].text)), "%s", rows[i].text);
        cr_expect(eq(str, err.text, (char *)rows[i].complaint));
        cr_expect(eq(int, err.kind, ERR_INPUT));
    }
    cr_expect(not(load("famlies: { a: \"gen {n}\" }\n")));
    cr_expect(strstr(err.text, "growth.yaml:1:1: ") == err.text);
}
