/* test_checkers.c - validators by themselves, for inputs and outputs in question. */
#include "grader/judge/checkers.h"

#include <criterion/criterion.h>
#include <string.h>

#include "tests/support/judge_package.h"

static struct judge_package p;
static struct fake_runner fake;
static struct judge_program program;
static struct arena arena;
static struct err err;
static struct package_program sources[2] = {
    { .sources = { "first", NULL, 0 }, .place = "input_validators/first.c" },
    { .sources = { "second", NULL, 0 }, .place = "input_validators/second.py" }
};
static const char *words[] = { "validate" };
static struct program built[2];
static struct package_tools tools;
static struct input_checker checker;

static void begin(void)
{
    judge_package_init(&p);
    fake_runner_init(&fake);
    judge_program_attach(&program, &p, &fake);
    built[0] = built[1] = (struct program){ .executable = -1, .words = { words, 1 } };
    tools = (struct package_tools){ .input_validators = built, .input_validator_count = 2 };
    p.package.input_validators = sources;
    p.package.input_validator_count = 2;
}

static void end(void)
{
    input_checker_close(&checker);
    input_checker_close(&checker); /* twice is fine */
    cr_expect(fake.live == 0);
    fake_runner_release(&fake);
    judge_package_release(&p);
    arena_release(&arena);
}

TestSuite(checkers, .init = begin, .fini = end);

static struct input_check check(const char *script)
{
    struct input_check out;
    const struct input_sample sample = { .bytes = str_of(script) };
    cr_assert(input_checker_check(&checker, &sample, &arena, &out, &err), "%s", err.text);
    return out;
}

static void open_checker(void)
{
    cr_assert(input_checker_open(&checker, &fake.runner, &p.package, &tools, &arena, &err));
}

Test(checkers, an_input_is_valid_when_all_say_so)
{
    open_checker();
    struct input_check valid = check("exit 42");
    cr_expect(valid.is_valid && valid.ran == 2);
    struct input_check refused = check("exit 43\nsay line 3: too large");
    cr_expect(!refused.is_valid && !refused.is_broken);
    cr_expect_str_eq(refused.validator, "first");
    cr_expect_str_eq(refused.cause, "exit status 43");
    cr_expect_str_eq(refused.message, "line 3: too large");
}

Test(checkers, a_validator_that_dies_is_told_from_one_that_refuses)
{
    static const char *const broken[] = { "exit 0", "exit 127", "end TLE too slow", "end RTE x" };
    open_checker();
    for (size_t i = 0; i < COUNT_OF(broken); i++)
        cr_expect(check(broken[i]).is_broken && !check(broken[i]).is_valid, "%s", broken[i]);
    cr_expect_str_eq(check("end TLE too slow").cause, "too slow");
}

Test(checkers, arguments_are_the_validator_s_then_the_case_s)
{
    static const char *first[] = { "--max", "5" }, *second[] = { "-s" }, *own[] = { "exit 42" };
    const struct word_list args[] = { { first, 2 }, { second, 1 } };
    struct test_case test = { .input_validator_args = (struct word_list *)args,
                              .args = { own, 1 } };
    struct input_check out;
    open_checker();
    const struct input_sample sample = input_sample_of(&test, str_of("input"));
    cr_assert(input_checker_check(&checker, &sample, &arena, &out, &err));
    cr_expect(out.is_valid);
    cr_expect_str_eq(fake_record_line(&fake, 0), "validate --max 5 exit 42");
    cr_expect_str_eq(fake_record_line(&fake, 1), "validate -s exit 42");
}

Test(checkers, one_that_we_do_not_run_is_passed_over)
{
    built[0] = PROGRAM_NONE;
    open_checker();
    struct input_check out = check("exit 41");
    cr_expect(out.ran == 1);
    cr_expect_str_eq(out.validator, "second");
}

Test(checkers, a_box_that_fails_leaves_nothing_open)
{
    for (size_t n = 1; n <= 2; n++) {
        fake.calls = 0;
        fake.fail_at = n;
        cr_expect(!input_checker_open(&checker, &fake.runner, &p.package, &tools, &arena, &err));
        cr_expect(err.kind == ERR_FAULT && fake.live == 0);
    }
    cr_expect(strstr(err.text, "input_validators/second.py"), "%s", err.text);
}

Test(checkers, an_output_is_checked_as_if_a_program_had_printed_it)
{
    struct output_checker outputs;
    struct check_result out;
    struct test_case *test = judge_package_case(&p, "secret", "1", "", "1 2\n");
    cr_assert(output_checker_open(&outputs, &fake.runner, &p.package, &tools, &arena, &err));
    cr_assert(output_checker_check(&outputs, test, str_of("1  2"), &arena, &out, &err));
    cr_expect(out.validation.verdict == VERDICT_ACCEPTED && out.white_space_differs);
    cr_assert(output_checker_check(&outputs, test, str_of("1 3"), &arena, &out, &err));
    cr_expect(out.validation.verdict == VERDICT_WRONG_ANSWER && out.difference.known);
    cr_expect(fake.calls == 0, "the default validator is no program");
    output_checker_close(&outputs);
}

Test(checkers, an_output_is_given_to_the_package_s_validators)
{
    struct output_checker outputs;
    struct check_result out;
    struct test_case *test = judge_package_case(&p, "secret", "1", "", "exit 43\nscore 2");
    static struct package_program validator = { .place = "output_validator" };
    p.package.output_validators = &validator;
    p.package.output_validator_count = 1;
    tools.output_validators = built;
    tools.output_validator_count = 1;
    cr_assert(output_checker_open(&outputs, &fake.runner, &p.package, &tools, &arena, &err));
    cr_assert(output_checker_check(&outputs, test, str_of("junk"), &arena, &out, &err));
    cr_expect(out.validation.verdict == VERDICT_WRONG_ANSWER);
    cr_expect(str_is(fake.records[0].input_bytes, "junk"));
    output_checker_close(&outputs);
}
