/* test_public_tests.c - samples and twins of the hidden tests, the same whatever the key. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/base/fd.h"
#include "grader/catalog/catalog.h"
#include "grader/pipeline/prepare.h"
#include "grader/pipeline/public_tests.h"
#include "tests/support/catalog_folder.h"
#include "tests/support/e2e_fake_tools.h"

static struct fake_tools *tools;
static struct arena arena;
static struct err err;
static struct package package;
static struct public_tests tests;

static void begin(void)
{
    tools = fake_tools_new();
}

static void end(void)
{
    fake_tools_free(tools);
    arena_release(&arena);
}

TestSuite(public_tests, .init = begin, .fini = end);

static void load(const char *id)
{
    const char *path = arena_printf(&arena, "%s/tests/support/e2e_packages/%s", TREE, id);
    cr_assert(catalog_load(path, &arena, &package, &err), "%s", err.text);
}

static const struct public_test *find(const char *name)
{
    for (size_t i = 0; i < tests.count; i++)
        if (strcmp(tests.at[i].name, name) == 0)
            return &tests.at[i];
    return NULL;
}

Test(public_tests, are_samples_and_made_tests_but_no_hidden_file)
{
    load("double");
    public_tests_find(&tools->means, &package, &arena, &tests);
    cr_expect(tests.incomplete == NULL, "%s", tests.incomplete);
    cr_assert((tests.count) == 3);
    cr_expect(tests.are_most, "two of four hidden tests have a twin");
    cr_expect(find("sample/1") && find("secret/2-made/a") && find("secret/2-made/b"));
    for (size_t i = 1; i < tests.count; i++)
        cr_expect(tests.at[i - 1].bytes <= tests.at[i].bytes, "the smallest first");
    for (size_t i = 0; i < package.case_count; i++)
        cr_expect(!package.cases[i].call || !package.cases[i].input_path,
                  "the package stays as it was");
}

Test(public_tests, with_the_practice_key_are_the_very_files_that_are_judged)
{
    struct prepared prepared = PREPARED_NONE;
    load("double");
    tools->means.key = means_practice_key();
    tools->means.key_is_secret = false;
    cr_assert(prepare_package(&tools->means, &package, &arena, &prepared, &err), "%s", err.text);
    tools->fake.calls = 0;
    public_tests_find(&tools->means, &package, &arena, &tests);
    cr_expect((tools->fake.calls) == 0, "nothing is made again");
    for (size_t i = 0; i < package.case_count; i++)
        if (package.cases[i].call)
            cr_expect_str_eq(find(package.cases[i].name)->path, package.cases[i].input_path);
    prepared_release(&prepared);
}

Test(public_tests, are_the_same_under_any_secret_key_and_none_of_its_tests)
{
    struct public_tests first;
    load("double");
    tools->means.key = str_of("a secret of some length");
    tools->means.key_is_secret = true;
    cr_assert(prepare_tests(&tools->means, &package, &arena, &err), "%s", err.text);
    public_tests_find(&tools->means, &package, &arena, &tests);
    first = tests;
    tools->means.key = str_of("another secret of some length");
    public_tests_find(&tools->means, &package, &arena, &tests);
    cr_assert(first.count == 3 && tests.count == 3);
    for (size_t i = 0; i < tests.count; i++) {
        cr_expect_str_eq(first.at[i].path, tests.at[i].path);
        for (size_t k = 0; k < package.case_count; k++)
            cr_expect(!package.cases[k].call ||
                      strcmp(package.cases[k].input_path, tests.at[i].path) != 0);
    }
}

Test(public_tests, are_the_samples_alone_when_no_more_can_be_made)
{
    load("double");
    tools->means.cache = NULL;
    public_tests_find(&tools->means, &package, &arena, &tests);
    cr_assert((tests.count) == 1);
    cr_expect_str_eq(tests.at[0].name, "sample/1");
    cr_expect(tests.incomplete && strstr(tests.incomplete, "only the samples"));
    cr_expect(!tests.are_most);
}

Test(public_tests, are_none_where_standard_input_is_not_all_there_is)
{
    load("double");
    package.kinds |= PACKAGE_INTERACTIVE;
    public_tests_find(&tools->means, &package, &arena, &tests);
    cr_expect((tests.count) == 0);
    package.kinds &= ~(unsigned)PACKAGE_INTERACTIVE;
    static const char *const words[] = { "-v" };
    for (size_t i = 0; i < package.case_count; i++)
        package.cases[i].args = (struct word_list){ (const char **)(void *)words, 1 };
    public_tests_find(&tools->means, &package, &arena, &tests);
    cr_expect((tests.count) == 0, "a case that brings arguments");
}
