/* test_cmd_verify.c - grader verify, by the real program: promises that are kept and broken. */
#include <cjson/cJSON.h>
#include <criterion/criterion.h>
#include <string.h>

#include "tests/support/e2e_run.h"

static struct e2e e2e;

static void begin(void)
{
    e2e_begin(&e2e);
}

static void end(void)
{
    e2e_end(&e2e);
}

TestSuite(cmd_verify, .init = begin, .fini = end, .timeout = 240);

#define DOUBLE "home/problems/double"
#define GREET  "home/problems/greet"

static void submit(const char *name, const char *source)
{
    e2e_put(&e2e, arena_printf(&e2e.arena, DOUBLE "/submissions/%s", name), source);
}

static struct e2e_result verify(void)
{
    return e2e_grader(&e2e, "verify", DOUBLE, "--jobs", "2", NULL);
}

/* Runs of blanks and line ends as one blank: where a line is broken is no matter. */
static const char *squashed(const char *text)
{
    char *out = arena_strdup(&e2e.arena, text), *to = out;
    for (; *text; text++)
        if (!strchr(" \n", *text))
            *to++ = *text;
        else if (to > out && to[-1] != ' ')
            *to++ = ' ';
    *to = '\0';
    return out;
}

static void expect_line(const struct e2e_result *got, const char *part)
{
    cr_expect(e2e_has(squashed(got->out), squashed(part)), "no '%s' in: %s", part, got->out);
}

static const char loops[] = "int main(void) { for (;;); }\n";
static const char crashes[] = "#include <stdlib.h>\nint main(void) { abort(); }\n";

Test(cmd_verify, a_package_that_does_what_it_says_is_exit_code_0)
{
    struct e2e_result got = e2e_grader(&e2e, "verify", DOUBLE, GREET, NULL);
    e2e_ended(&got, 0);
    expect_line(&got, "double  Double  2025-09\nlimit    1.00 s given");
    expect_line(&got, "ok    accepted/reference.c");
    expect_line(&got, "greet  Greet  2025-09\nlimit    0.50 s measured");
    cr_expect(e2e_has(got.err, "") && got.err_size == 0, "%s", got.err);
}

Test(cmd_verify, each_broken_promise_is_named)
{
    submit("accepted/wrong.c", e2e_double_wrong);
    submit("wrong_answer/right.c", e2e_double_right);
    submit("wrong_answer/crashes.c", crashes);
    submit("time_limit_exceeded/quick.c", e2e_double_right);
    submit("run_time_error/loops.c", loops);
    submit("brute_force/wrong.c", e2e_double_wrong);
    submit("rejected/right.c", e2e_double_right);
    submit("accepted/ruined.c", "int main(void) { return nothing; }\n");
    struct e2e_result got = verify();
    e2e_ended(&got, 1);
    static const char *const lines[] = {
        "FAIL  accepted/ruined.c      AC        CE ",
        "FAIL  accepted/wrong.c             AC        WA ",
        "FAIL  wrong_answer/right.c         WA        AC ",
        "FAIL  time_limit_exceeded/quick.c  TLE       AC ",
        "FAIL  run_time_error/loops.c       RTE       TLE",
        "FAIL  brute_force/wrong.c          TLE/RTE   WA ",
        "FAIL  rejected/right.c             WA/TLE/RTE AC ",
        "ok    accepted/reference.c         AC        AC ",
        "it does not compile",
        "folder 'accepted' does not permit WA:",
        "folder 'wrong_answer' requires WA",
        "folder 'wrong_answer' does not permit RTE",
        "folder 'run_time_error' does not permit TLE",
        "it must be too slow but needs only 0.0",
        "NOT AS ITS AUTHOR SAYS: ",
    };
    for (size_t i = 0; i < COUNT_OF(lines); i++)
        expect_line(&got, lines[i]);
}

Test(cmd_verify, every_kind_of_failure_is_as_said_in_its_folder)
{
    submit("wrong_answer/wrong.c", e2e_double_wrong);
    submit("time_limit_exceeded/loops.c", loops);
    submit("run_time_error/crashes.c", crashes);
    submit("brute_force/loops.c", loops);
    submit("rejected/crashes.c", crashes);
    submit("accepted/other.java", "class other {}\n");
    struct e2e_result got = verify();
    e2e_ended(&got, 0);
    expect_line(&got, "fastest that must be too slow >"); /* CPU time; wall time under load */
}

Test(cmd_verify, submissions_yaml_and_tags_are_held_against_what_happens)
{
    submit("wrong_answer/a.c", e2e_double_wrong);
    submit("wrong_answer/b.c", e2e_double_wrong);
    submit("mixed/tagged.c", "/* @EXPECTED_RESULTS@: CORRECT, TIMELIMIT */\nint main(void) {}\n");
    submit("mixed/right.c", "/* @EXPECTED_RESULTS@: WRONG-ANSWER */\nint main(void) {}\n");
    submit("mixed/broken.c", "/* @EXPECTED_RESULTS@: COMPILER-ERROR, TIMLIMIT */\nint main(\n");
    submit("submissions.yaml", "wrong_answer/a.c:\n  message: tokens mismatch\n"
                               "  secret/1-small:\n    permitted: [AC]\n"
                               "wrong_answer/b.c:\n  message: no such words\n");
    struct e2e_result got = verify();
    e2e_ended(&got, 1);
    expect_line(&got, "ok    mixed/right.c");
    expect_line(&got, "ok    mixed/broken.c");
    expect_line(&got, "@EXPECTED_RESULTS@ says CORRECT, TIMELIMIT; it is WA");
    expect_line(&got, "unknown word 'TIMLIMIT'");
    expect_line(&got,
                "submissions/wrong_answer/b.c: submissions/submissions.yaml:5 wants 'no such");
    expect_line(&got,
                "submissions/wrong_answer/a.c: submissions/submissions.yaml:3 does not permit");
}

Test(cmd_verify, data_that_is_not_as_it_should_be_is_told)
{
    e2e_sh(&e2e, "cd " DOUBLE "/data/secret/1-small; cp 01.in 09.in; cp 01.ans 09.ans\n"
                 "printf '1\\r\\n1' > 08.in; echo 2 > 08.ans\n"
                 "echo '{{nextsample}} {{nextsample}}' >> ../../../statement/problem.en.md");
    struct e2e_result got = verify();
    e2e_ended(&got, 1);
    expect_line(&got, "data/secret/1-small/09: its input is that of 'secret/1-small/01'");
    expect_line(&got, "data/secret/1-small/08: the input has carriage returns");
    expect_line(&got, "data/secret/1-small/08: the input does not end with a newline");
    expect_line(&got, "it uses {{nextsample}} 2 times, but there is 1 sample");
}

Test(cmd_verify, a_model_solution_that_does_not_compile_is_a_finding)
{
    submit("accepted/reference.c", "int main(void) { return nothing; }\n");
    struct e2e_result got = verify();
    e2e_ended(&got, 1);
    expect_line(&got, "submission 'accepted/reference.c': it does not compile");
    expect_line(&got, "skip  accepted/reference.c");
}

/* As few faults as can be: six that are caught, and an exit that does what the end of main does. */
static const char few_faults[] = "#include <stdio.h>\n"
                                 "#include <stdlib.h>\n"
                                 "int main(void)\n"
                                 "{\n"
                                 "    char line[32];\n"
                                 "    fgets(line, sizeof line, stdin);\n"
                                 "    while (fgets(line, sizeof line, stdin))\n"
                                 "        printf(\"%lld\\n\", atoll(line) << 1);\n"
                                 "    exit(EXIT_SUCCESS);\n"
                                 "}\n";

Test(cmd_verify, an_injected_fault_is_caught_or_told_or_listed_as_equivalent)
{
    submit("accepted/reference.c", few_faults);
    struct e2e_result got = e2e_grader(&e2e, "verify", DOUBLE, "--faults", "--jobs", "1", NULL);
    e2e_ended(&got, 1);
    expect_line(&got, "the hidden tests catch 6 of 7 faults (85 %); of 7 possible ones 7 were");
    expect_line(&got, "error    submissions/accepted/reference.c:9:5: no hidden test notices "
                      "`exit(EXIT_SUCCESS);` deleted in: exit(EXIT_SUCCESS);");
    e2e_put(&e2e, DOUBLE "/faults.yaml",
            "- {file: reference.c, line: exit(EXIT_SUCCESS);,\n"
            "   change: '`exit(EXIT_SUCCESS);` deleted', reason: the end of main does the same}\n");
    got = e2e_grader(&e2e, "verify", DOUBLE, "--faults", "--jobs", "4", "--json", NULL);
    e2e_ended(&got, 0);
    expect_line(&got, "the hidden tests catch 6 of 6 faults (100 %); of 7 possible ones 7 were");
    expect_line(&got, "\"reason\": \"the end of main does the same\"");
}

Test(cmd_verify, a_package_that_cannot_be_loaded_is_exit_code_2_and_the_others_go_on)
{
    e2e_sh(&e2e, "rm -r " GREET "/data");
    struct e2e_result got = e2e_grader(&e2e, "verify", GREET, "nowhere", DOUBLE, NULL);
    e2e_ended(&got, 2);
    expect_line(&got, "there is no folder 'data'");
    expect_line(&got, "cannot load the package 'nowhere'");
    expect_line(&got, "BAD PACKAGE\n");
    expect_line(&got, "AS ITS AUTHOR SAYS: 0 errors");
}

static void put(const char *place, const char *text)
{
    e2e_put(&e2e, arena_printf(&e2e.arena, DOUBLE "/%s", place), text);
}

Test(cmd_verify, input_validators_must_accept_every_input_and_refuse_junk)
{
    struct e2e_result got = verify();
    e2e_ended(&got, 0);
    expect_line(&got, "input_validators/validate.c: accepts 5 of 5 inputs");
    expect_line(&got, "junk that no input validator refuses: no newline at the end, an empty line");
    put("input_validators/validate.c", "int main(void) { return 42; }\n");
    got = verify();
    e2e_ended(&got, 0);
    expect_line(&got, "look input validators: 0 of 12 kinds of junk are refused");
    expect_line(&got, "warning input validators: the input validators accept all junk");
    put("data/invalid_input/text.in", "abc\n");
    put("input_validators/narrow.c", "#include <stdio.h>\n"
                                     "int main(void) { int c = getchar(); puts(\"too many\");\n"
                                     "return c > '1' && c <= '9' ? 43 : 42; }\n");
    got = verify();
    e2e_ended(&got, 1);
    expect_line(&got, "error data/invalid_input/text: every input validator accepts this invalid");
    expect_line(&got, "error data/sample/1: 'input_validators/narrow.c' refuses the input: exit "
                      "status 43: too many");
}

Test(cmd_verify, an_input_validator_that_hangs_is_asked_once)
{
    e2e_sh(&e2e, "echo '  validation_time: 1' >> " DOUBLE "/problem.yaml");
    put("input_validators/hangs.c",
        "#include <stdio.h>\n"
        "int main(void) { if (getchar() == EOF) for (;;); return 42; }\n");
    struct e2e_result got = verify();
    e2e_ended(&got, 1);
    expect_line(&got, "error input_validators/hangs.c: it did not end properly:");
    expect_line(&got, "on an empty file; it is not asked any more");
}

Test(cmd_verify, outputs_that_the_package_names_are_tried)
{
    put("data/invalid_output/good.in", "1\n2\n");
    put("data/invalid_output/good.ans", "4\n");
    put("data/invalid_output/good.out", "4\n");
    put("data/invalid_output/bad.in", "1\n2\n");
    put("data/invalid_output/bad.ans", "4\n");
    put("data/invalid_output/bad.out", "5\n");
    put("data/valid_output/bad.in", "one\n");
    put("data/valid_output/bad.ans", "4\n");
    put("data/valid_output/bad.out", "6\n");
    struct e2e_result got = verify();
    e2e_ended(&got, 1);
    expect_line(&got, "look data/invalid_output: 1 of 2 invalid outputs are refused");
    expect_line(&got, "look data/valid_output: 0 of 1 valid outputs are accepted");
    expect_line(&got, "error data/invalid_output/good.out: this invalid output is accepted");
    expect_line(&got, "error data/valid_output/bad.out: this valid output gets WA: Wrong answer on "
                      "line 1 of output");
    expect_line(&got,
                "error data/valid_output/bad: 'input_validators/validate.c' refuses the input");
}

Test(cmd_verify, an_output_validator_must_not_accept_junk)
{
    static const char lax[] = "#include <stdio.h>\n"
                              "int main(void) { return getchar() == EOF ? 0 : 42; }\n";
    put("output_validator/check.c", lax);
    struct e2e_result got = verify();
    e2e_ended(&got, 1);
    expect_line(&got, "ok output_validator: accepts 5 of 5 answers");
    expect_line(&got, "it accepts random bytes as output of 5 of 5 test cases");
    expect_line(&got, "it accepts the answer with a line too many at the end");
    expect_line(&got, "error output_validator: an empty file as output of 'sample/1' is a "
                      "judging error: the output validator ended with exit status 0");
}

Test(cmd_verify, packages_of_every_kind_are_as_their_authors_say)
{
    static const char *const kinds[] = { "groups", "interactive", "oldgroups", "probes",
                                         "floats", "languages",   "oldscore",  "validatorpy" };
    const char *path[COUNT_OF(kinds)];
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        path[i] = arena_printf(&e2e.arena, TREE "/tests/packages/good/%s", kinds[i]);
    struct e2e_result got = e2e_grader(&e2e, "verify", path[0], path[1], path[2], path[3], path[4],
                                       path[5], path[6], path[7], "--jobs", "2", "--json", NULL);
    e2e_ended(&got, 0);
    cJSON *root = cJSON_Parse(got.out);
    const cJSON *packages = cJSON_GetObjectItemCaseSensitive(root, "packages"), *one;
    cr_assert(cJSON_GetArraySize(packages) == COUNT_OF(kinds), "%s", got.out);
    cJSON_ArrayForEach(one, packages)
        cr_expect(cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(one, "passed")));
    cJSON_Delete(root);
}

Test(cmd_verify, a_talk_alone_is_a_sample_of_an_interactive_problem)
{
    static const char *const kinds[] = { "interactive", "floats" };
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        e2e_sh(&e2e,
               "cp -R " TREE "/tests/packages/good/%s . && cd %s && chmod -R u+w .\n"
               "rm -rf data/sample/*.in data/sample/*.ans submissions/wrong_answer",
               kinds[i], kinds[i]);
        struct e2e_result got = e2e_grader(&e2e, "verify", kinds[i], NULL);
        cr_expect(e2e_has(got.out, "there is no sample") == (i == 1), "%s", got.out);
    }
}

/* Measured values apart, which stand in keys of their own. */
static void strike_measured(cJSON *at)
{
    static const char *const measured[] = {
        "slowest_us",      "run_cpu_us",          "compile_cpu_us",  "slowest_case", "is_cut",
        "time_slowest_us", "time_fastest_is_cut", "time_fastest_us", "time_fastest", "time_slowest",
        "sensitive_count", "input_check_cpu_us",  "borderline",
    };
    /* Which clock ended a loop is the machine's affair. */
    const cJSON *verdict = cJSON_GetObjectItemCaseSensitive(at, "verdict");
    if (cJSON_IsString(verdict) && strcmp(verdict->valuestring, "TLE") == 0)
        cJSON_DeleteItemFromObjectCaseSensitive(at, "cause");
    for (size_t i = 0; cJSON_IsObject(at) && i < COUNT_OF(measured); i++)
        cJSON_DeleteItemFromObjectCaseSensitive(at, measured[i]);
    for (cJSON *child = at->child; child; child = child->next)
        strike_measured(child);
}

static char *json_of(const char *jobs, const char *junit)
{
    struct e2e_result got =
        e2e_grader(&e2e, "verify", DOUBLE, "--json", "--jobs", jobs, "--junit", junit, NULL);
    e2e_ended(&got, 1);
    cJSON *root = cJSON_Parse(got.out);
    cr_assert(root, "%s", got.out);
    strike_measured(root);
    char *text = cJSON_Print(root);
    cJSON_Delete(root);
    return text;
}

Test(cmd_verify, the_result_does_not_depend_on_jobs)
{
    submit("accepted/wrong.c", e2e_double_wrong);
    submit("run_time_error/crashes.c", crashes);
    submit("time_limit_exceeded/loops.c", loops);
    submit("wrong_answer/a.c", e2e_double_wrong);
    char *one = json_of("1", "one.xml"), *four = json_of("4", "four.xml");
    cr_expect_str_eq(one, four);
    cr_expect(e2e_has(one, "\"not as said\"") && e2e_has(one, "\"passed\":\tfalse"), "%s", one);
    cJSON_free(one);
    cJSON_free(four);
    cr_expect(e2e_has(e2e_read(&e2e, "one.xml"), "name=\"submissions/accepted/wrong.c\""));
    const char *strip =
        "sed 's/time=\"[0-9.]*\"//' one.xml > 1; sed 's/time=\"[0-9.]*\"//' four.xml "
        "> 4; cmp 1 4";
    e2e_sh(&e2e, "%s", strip);
}

Test(cmd_verify, wrong_use_is_exit_code_2)
{
    struct e2e_result got = e2e_grader(&e2e, "verify", NULL);
    e2e_refused(&got, 2, "verify needs a package", NULL);
    got = e2e_grader(&e2e, "verify", DOUBLE, "--jason", NULL);
    e2e_refused(&got, 2, "--jason", "--json", NULL);
    got = e2e_grader(&e2e, "verify", DOUBLE, "--junit", "no/such/folder/x.xml", NULL);
    e2e_ended(&got, 2);
    cr_expect(e2e_has(got.err, "no/such/folder/x.xml"), "%s", got.err);
}
