/* test_generators.c - generators/tests.yaml. */
#include "grader/catalog/generators.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "tests/support/catalog_folder.h"

static struct catalog_folder folder;

static void make(void)
{
    catalog_folder_make(&folder);
}

static void clean_up(void)
{
    catalog_folder_remove(&folder);
}

TestSuite(generators, .init = make, .fini = clean_up);

static void loads(const char *tests)
{
    catalog_folder_put(&folder, "generators/tests.yaml", tests);
    cr_assert(catalog_folder_load(&folder), "%s", folder.err.text);
}

static void fails(const char *tests, const char *message)
{
    catalog_folder_put(&folder, "generators/tests.yaml", tests);
    cr_assert(not(catalog_folder_load(&folder)), "accepted: %s", tests);
    cr_assert(eq(int, folder.err.kind, ERR_INPUT));
    cr_assert(eq(str, (char *)catalog_folder_error(&folder), (char *)message));
}

Test(generators, calls_are_split_at_blanks_and_keep_their_seed)
{
    loads("secret/2-made:\n  a: '  gen   -n 10 --seed={seed} '\n");
    const struct test_case *test = catalog_folder_case(&folder, "secret/2-made/a");
    cr_assert(eq(str, (char *)test->call->program, "gen"));
    cr_assert(eq(sz, test->call->words.count, 3));
    cr_assert(eq(str, (char *)test->call->words.words[2], "--seed={seed}"));
    cr_assert(eq(uint, test->call->line, 2));
}

Test(generators, a_program_is_a_c_file_or_a_folder_with_one)
{
    catalog_folder_put(&folder, "generators/large/main.c", "int x;\n");
    catalog_folder_put(&folder, "generators/large/part/help.h", "int y;\n");
    catalog_folder_put(&folder, "generators/python/gen.py", "pass\n");
    catalog_folder_put(&folder, "generators/generators.yaml", "solution: [\n");
    catalog_folder_put(&folder, "generators/README.txt", "x\n");
    loads("secret/2-made:\n  a: large 1\n");
    cr_assert(eq(sz, folder.loaded.generator_count, 2));
    cr_assert(eq(str, (char *)folder.loaded.generators[1].name, "large"));
    cr_assert(eq(sz, folder.loaded.generators[1].count, 2));
    cr_assert(eq(str, (char *)folder.loaded.generators[1].files[1].path, "part/help.h"));
    catalog_folder_put(&folder, "generators/large.c", "int x;\n");
    fails("secret/2-made:\n  a: large 1\n",
          "cannot use 'generators/large.c': a second generator named 'large'");
}

Test(generators, without_our_list_the_folder_is_somebody_elses)
{
    catalog_folder_drop(&folder, "generators/tests.yaml");
    catalog_folder_put(&folder, "data/secret/2-made/x.in", "1");
    catalog_folder_put(&folder, "data/secret/2-made/x.ans", "1");
    cr_assert(catalog_folder_load(&folder), "%s", folder.err.text);
    cr_assert(eq(sz, folder.loaded.generator_count, 0));
}

Test(generators, what_is_wrong_is_told_with_its_line)
{
    static const char file[] = "generators/tests.yaml";
    static const struct {
        const char *tests, *message;
    } rows[] = {
        { "secret/2-made:\n  a: gem 1\n",
          ":2:6: there is no generator 'generators/gem.c'; did you mean 'gen'?" },
        { "secret/2-made:\n  a: ''\n", ":2:6: the call is empty" },
        { "secret/2-made:\n  a:\n", ":2:5: 'secret/2-made.a' must be a string, not nothing" },
        { "secret/2-made:\n  a: [gen]\n",
          ":2:6: 'secret/2-made.a' must be a call or a mapping, not a list" },
        { "secret/2-made:\n  a: {hint: x}\n", ":2:6: the key 'call' is missing" },
        { "secret/2-made:\n  a: {call: gen, note: x}\n",
          ":2:18: unknown key 'secret/2-made.a.note'" },
        { "secret/2-made:\n  a: gen {n}\n", ":2:6: '{n}' is not known in a call; only {seed} is" },
        { "secret/2-made:\n  a: gen {seed\n",
          ":2:6: '{seed' is not known in a call; only {seed} is" },
        { "secret/2-made:\n  a: gen seed}\n", ":2:6: '}' is not known in a call; only {seed} is" },
        { "secret/2-made:\n  a: gen\n  a: gen\n",
          ":3:3: the key 'a' is here for the second time, after line 2" },
        { "secret/2-made:\n  a/b: gen\n", ":2:3: 'a/b' cannot be the name of a test" },
        { "secret/2-made:\n  ../x: gen\n", ":2:3: '../x' cannot be the name of a test" },
        { "secret/2-made:\n  -x: gen\n", ":2:3: '-x' cannot be the name of a test" },
        { "secret/2-made:\n  test_group: gen\n",
          ":2:3: 'test_group' cannot be the name of a test" },
        { "../2-made:\n  a: gen\n",
          ":1:1: '../2-made' is not a group: sample, secret or secret/NAME" },
        { "secret/../x:\n  a: gen\n",
          ":1:1: 'secret/../x' is not a group: sample, secret or secret/NAME" },
        { "secret/2-made:\n  a: gen\nsecret/2-maid:\n  a: gen\n",
          ":3:1: there is no group 'data/secret/2-maid'; did you mean 'secret/2-made'?" },
        { "secret/2-made:\n  a: gen\nsecret/1-files:\n  01: gen\n",
          ":4:3: the test 'secret/1-files/01' is also a file: 'data/secret/1-files/01.in'" },
        { "- a\n", ":1:1: 'the file' must be a mapping of groups, not a list" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        fails(rows[i].tests, arena_printf(&folder.arena, "%s%s", file, rows[i].message));
}

Test(generators, a_lonely_answer_file_collides_too)
{
    catalog_folder_put(&folder, "data/secret/2-made/b.ans", "1");
    fails("secret/2-made:\n  a: gen\n  b: gen\n",
          "generators/tests.yaml:3:3: the test 'secret/2-made/b' is also a file: "
          "'data/secret/2-made/b.ans'");
}

Test(generators, a_call_has_a_ceiling)
{
    char tests[1024] = "secret/2-made:\n  a: gen";
    for (int i = 0; i < 64; i++)
        strcat(tests, " x");
    strcat(tests, "\n");
    fails(tests, "generators/tests.yaml:2:6: a call may have 64 words at most");
}
