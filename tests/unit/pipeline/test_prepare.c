/* test_prepare.c - a package becomes ready to judge, or says what of it is at fault. */
#include <criterion/criterion.h>
#include <glob.h>
#include <stdio.h>
#include <string.h>

#include "grader/base/fd.h"
#include "grader/catalog/catalog.h"
#include "grader/pipeline/prepare.h"
#include "tests/support/catalog_folder.h"
#include "tests/support/e2e_fake_tools.h"

static struct fake_tools *tools;
static struct arena arena;
static struct err err;
static struct package package;
static struct prepared prepared;

static void begin(void)
{
    tools = fake_tools_new();
    prepared = PREPARED_NONE;
}

static void end(void)
{
    prepared_release(&prepared);
    fake_tools_free(tools);
    arena_release(&arena);
}

TestSuite(prepare, .init = begin, .fini = end);

static bool prepare(const char *id)
{
    const char *path = arena_printf(&arena, "%s/tests/support/e2e_packages/%s", TREE, id);
    cr_assert(catalog_load(path, &arena, &package, &err), "%s", err.text);
    return prepare_package(&tools->means, &package, &arena, &prepared, &err);
}

Test(prepare, makes_the_tests_once_and_finds_them_the_next_time)
{
    cr_assert(prepare("double"), "%s", err.text);
    cr_expect(tools->fake.calls > 0 && prepared.tools.output_validator_count == 0);
    for (size_t i = 0; i < package.case_count; i++)
        cr_expect(package.cases[i].input_path && package.cases[i].answer_path, "%s",
                  package.cases[i].name);
    cr_expect(prepared.time_limit_us == 1000000 && !prepared.time_limit_is_measured);
    tools->fake.calls = 0;
    cr_assert(prepare("double"), "%s", err.text);
    cr_expect(tools->fake.calls == 0, "%zu calls of the runner for what is in the cache",
              tools->fake.calls);
}

/* The fake's runs take 1 ms: four times that, rounded up to the resolution of half a second. */
Test(prepare, measures_a_limit_that_is_not_given_and_keeps_it)
{
    cr_assert(prepare("greet"), "%s", err.text);
    cr_expect(prepared.time_limit_us == 500000 && prepared.time_limit_is_measured);
    cr_expect(tools->fake.calls > 0);
    tools->fake.calls = 0;
    cr_assert(prepare("greet"), "%s", err.text);
    cr_expect(tools->fake.calls == 0 && prepared.time_limit_us == 500000);
    cr_expect(prepared.time_limit_is_measured);
}

/* "It is an error if no such multiple exists": here all runs take 1 ms. */
Test(prepare, a_submission_that_must_be_too_slow_and_is_not_leaves_no_limit)
{
    const char *copy = arena_printf(&arena, "%s/slowgreet", tools->cache);
    catalog_copy_tree(TREE "/tests/support/e2e_packages/greet", copy);
    cr_assert(folder_make(arena_printf(&arena, "%s/submissions/time_limit_exceeded", copy), &err));
    cr_assert(file_write(arena_printf(&arena, "%s/submissions/time_limit_exceeded/slow.c", copy),
                         "int slow;\n", 10, &err));
    cr_assert(catalog_load(copy, &arena, &package, &err), "%s", err.text);
    cr_expect(!prepare_package(&tools->means, &package, &arena, &prepared, &err));
    cr_expect(err.kind == ERR_INPUT, "%s", err.text);
    cr_expect(strstr(err.text, "a submission that must be too slow needs only 0.001 s") != NULL,
              "%s", err.text);
    cr_expect(tools->fake.live == 0);
}

Test(prepare, another_key_makes_other_tests)
{
    cr_assert(prepare("double"), "%s", err.text);
    const char *first = package.cases[package.case_count - 1].input_path;
    tools->means.key = str_of("another key of sixteen");
    cr_assert(prepare("double"), "%s", err.text);
    cr_expect_str_neq(package.cases[package.case_count - 1].input_path, first);
}

static const struct {
    const char *id, *broken;
    enum fake_fault fault;
    const char *parts[3];
} faults[] = {
    { "double", "numbers", FAKE_NO_COMPILE, { "generator 'numbers'", "does not compile" } },
    { "double", "numbers", FAKE_CRASH, { "secret/2-made/a", "SIGSEGV" } },
    { "double", "numbers", FAKE_SILENT, { "secret/2-made/a", "nothing" } },
    { "double", "reference", FAKE_NO_COMPILE, { "'accepted/reference.c'", "does not compile" } },
    { "double", "reference", FAKE_CRASH, { "secret/2-made/a", "SIGSEGV" } },
    { "greet", "reference", FAKE_NO_COMPILE, { "time limit", "'accepted/reference.c'" } },
    /* A judged program has no name of its own. */
    { "greet", "", FAKE_CRASH, { "time limit", "'accepted/reference.c'", "RTE" } },
    { "greet", "", FAKE_SILENT, { "time limit", "'accepted/reference.c'", "WA" } },
};

/* What was built is good, whatever went wrong with it later. */
static size_t kept_programs(void)
{
    glob_t found;
    size_t count = 0;
    if (glob(arena_printf(&arena, "%s/program-*", tools->cache), 0, NULL, &found) == 0) {
        count = found.gl_pathc;
        globfree(&found);
    }
    return count;
}

Test(prepare, says_what_of_the_package_is_at_fault)
{
    for (size_t i = 0; i < COUNT_OF(faults); i++) {
        size_t files = fake_tools_open_files();
        fake_tools_restart(tools, 0);
        tools->fault = faults[i].fault;
        tools->broken = faults[i].broken;
        prepared.time_limit_us = 77;
        cr_expect(!prepare(faults[i].id), "%zu", i);
        cr_expect(err.kind == ERR_INPUT, "%zu: %s", i, err.text);
        cr_expect(strstr(err.text, arena_printf(&arena, "problem '%s'", faults[i].id)) != NULL);
        for (size_t k = 0; k < 3 && faults[i].parts[k]; k++)
            cr_expect(strstr(err.text, faults[i].parts[k]) != NULL, "no %s in: %s",
                      faults[i].parts[k], err.text);
        cr_expect(prepared.time_limit_us == 77, "an output changed");
        cr_expect(fake_tools_open_files() == files, "%zu: descriptors leak", i);
        cr_expect(tools->fake.live == 0);
        cr_expect(catalog_count_entries(tools->cache) == kept_programs(),
                  "%zu: the cache keeps something", i);
    }
}

Test(prepare, each_call_of_the_runner_may_fail)
{
    static const char *const ids[] = { "double", "greet" };
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        size_t n = 1, files = fake_tools_open_files();
        for (;; n++) {
            fake_tools_restart(tools, n);
            if (prepare(ids[i]))
                break;
            cr_assert(err.kind == ERR_FAULT && strstr(err.text, "fails on purpose"), "%s",
                      err.text);
            cr_assert(fake_tools_open_files() == files, "call %zu: descriptors leak", n);
            cr_assert(tools->fake.live == 0 && n < 1000);
        }
        cr_expect(n > 4, "%s: only %zu calls", ids[i], n);
        prepared_release(&prepared);
    }
}

Test(prepare, may_be_released_when_it_never_was)
{
    struct prepared none = PREPARED_NONE;
    prepared_release(&none);
    prepared_release(&none);
}
