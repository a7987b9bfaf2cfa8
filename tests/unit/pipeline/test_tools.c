/* test_tools.c - versions are read, and asked for once. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "grader/pipeline/tools.h"
#include "tests/support/catalog_folder.h"
#include "tests/support/fake_runner.h"

static bool reads(const char *text, const char *expected)
{
    struct str got;
    return tools_version_in(str_of(text), &got) && str_is(got, expected);
}

Test(tools, the_version_is_the_first_number_with_a_dot)
{
    struct str got;
    cr_expect(reads("12.2.0\n", "12.2.0"));
    cr_expect(reads("Debian clang version 14.0.6\nTarget: x86_64\n", "14.0.6"));
    cr_expect(reads("Cppcheck 2.10\n", "2.10"));
    cr_expect(reads("in 2022: x86.1 and 3.4", "3.4"));
    cr_expect_not(tools_version_in(str_of(""), &got));
    cr_expect_not(tools_version_in(str_of("version 14, .5"), &got));
    cr_expect_not(tools_version_in(str_of("1.000000000000000000000000000000000001"), &got));
}

static bool say(void *ctx, const struct run_program *program, const struct run_request *request,
                struct run_outcome *out, struct err *err)
{
    (void)program, (void)request, (void)err;
    fake_outcome_text(out, ctx, "");
    return true;
}

Test(tools, each_is_asked_once_and_its_answer_kept)
{
    struct fake_runner fake;
    struct arena arena = { 0 };
    char cache[] = "/tmp/tools-test-XXXXXX";
    cr_assert(mkdtemp(cache));
    fake_runner_init(&fake);
    fake.on_run = say;
    const struct means means = { .runner = &fake.runner, .cache = cache };
    struct report_tool *tools;
    size_t count, again;

    fake.ctx = "I say nothing";
    tools_ask(&means, &arena, &tools, &count);
    cr_assert(count > 0 && strcmp(tools[0].name, "gcc") == 0);
    cr_expect_str_eq(tools[0].version, "unknown");
    fake.ctx = "version 7.5\n";
    tools_ask(&means, &arena, &tools, &count);
    cr_expect_str_eq(tools[0].version, "7.5");
    size_t runs = fake.runs;
    fake.ctx = "version 8.0\n";
    tools_ask(&means, &arena, &tools, &again);
    cr_expect(again == count && fake.runs == runs);
    cr_expect_str_eq(tools[count - 1].version, "7.5");

    catalog_remove_tree(cache);
    fake_runner_release(&fake);
    arena_release(&arena);
}
