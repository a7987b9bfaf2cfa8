/* test_cmd_judge.c - grader judge, by the real program: verdicts, exit codes, JSON. */
#include <cjson/cJSON.h>
#include <criterion/criterion.h>
#include <math.h>
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

TestSuite(cmd_judge, .init = begin, .fini = end, .timeout = 120);

#define DOUBLE "home/problems/double"

static struct e2e_result judge(const char *source)
{
    e2e_put(&e2e, "s/a.c", source);
    return e2e_grader(&e2e, "judge", DOUBLE, "s/a.c", NULL);
}

Test(cmd_judge, tells_the_verdict_of_each_kind_of_end)
{
    static const struct {
        const char *code, *cause, *source;
    } cases[] = {
        { "WA", "", "int main(void) { return 0; }\n" },
        { "RTE", "SIGSEGV", "int main(void) { *(volatile int *)8 = 1; return 0; }\n" },
        { "RTE", "exit", "int main(void) { return 7; }\n" },
        { "MLE", "",
          "#include <stdlib.h>\n#include <string.h>\n"
          "int main(void) { for (int i = 0; i < 90; i++)"
          " memset(malloc(1 << 20), 1, 1 << 20); return 0; }\n" },
        { "OLE", "",
          "#include <stdio.h>\nint main(void) { for (;;) puts(\"again and again\"); }\n" },
        { "SV", "socket",
          "#include <sys/socket.h>\n"
          "int main(void) { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }\n" },
        { "CE", "", "int main(void) { return nothing; }\n" },
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct e2e_result got = judge(cases[i].source);
        e2e_ended(&got, 1);
        cr_expect(strncmp(got.out, cases[i].code, strlen(cases[i].code)) == 0, "%s: %s",
                  cases[i].code, got.out);
        cr_expect(e2e_has(got.out, cases[i].cause), "%s", got.out);
    }
}

Test(cmd_judge, an_accepted_solution_is_exit_code_0)
{
    struct e2e_result got = judge(e2e_double_right);
    e2e_ended(&got, 0);
    cr_expect(e2e_has(got.out, "double: accepted (time limit 1.00 s)"), "%s", got.out);
    got = e2e_grader(&e2e, "judge", DOUBLE, "s", NULL); /* a folder */
    e2e_ended(&got, 0);
}

Test(cmd_judge, shows_a_sample_and_hides_the_rest)
{
    struct e2e_result got = judge("int main(void) { return 0; }\n");
    e2e_ended(&got, 1);
    cr_expect(e2e_has(got.out, "--- input\n2\n1\n21\n") &&
                  e2e_has(got.out, "--- expected\n2\n42\n"),
              "%s", got.out);
    got = judge(e2e_double_wrong);
    e2e_ended(&got, 1);
    cr_expect(!e2e_has(got.out, "27182818284590452"), "%s", got.out);
    cr_expect(e2e_has(got.out, "hint: Numbers may be large."), "%s", got.out);
}

static double number(const cJSON *object, const char *key)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    return cJSON_IsNumber(item) ? item->valuedouble : (double)NAN;
}

static const char *text(const cJSON *object, const char *key)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    return cJSON_IsString(item) ? item->valuestring : "(none)";
}

Test(cmd_judge, json_has_every_case_and_no_figures_of_failed_hidden_ones)
{
    e2e_put(&e2e, "s/a.c", e2e_double_wrong);
    struct e2e_result got = e2e_grader(&e2e, "judge", DOUBLE, "s/a.c", "--json", "--all", NULL);
    e2e_ended(&got, 1);
    cJSON *all = cJSON_Parse(got.out);
    cr_assert(all != NULL, "%s", got.out);
    cr_expect_str_eq(text(all, "package"), "double");
    cr_expect_str_eq(text(all, "verdict"), "WA");
    cr_expect(number(all, "time_limit_us") == 1000000);
    cr_expect(cJSON_IsFalse(cJSON_GetObjectItemCaseSensitive(all, "borderline")));
    const cJSON *cases = cJSON_GetObjectItemCaseSensitive(all, "cases"), *one;
    cr_assert(cJSON_GetArraySize(cases) == 5, "%s", got.out);
    cJSON_ArrayForEach(one, cases)
    {
        bool is_sample = strcmp(text(one, "group"), "sample") == 0;
        cr_expect_str_eq(text(one, "verdict"), is_sample ? "AC" : "WA");
        cr_expect(is_sample ? number(one, "memory_bytes") > 0 : isnan(number(one, "memory_bytes")));
        cr_expect(is_sample ? number(one, "output_bytes") == 5
                            : isnan(number(one, "output_bytes")));
    }
    cr_expect(cJSON_GetArraySize(cJSON_GetObjectItemCaseSensitive(all, "protection")) >= 3);
    cJSON_Delete(all);
}

Test(cmd_judge, refuses_sources_that_are_none)
{
    struct e2e_result got = e2e_grader(&e2e, "judge", DOUBLE, "nowhere.c", NULL);
    e2e_refused(&got, 2, "'nowhere.c'", NULL);
    got = e2e_grader(&e2e, "judge", DOUBLE, "/dev/zero", NULL);
    e2e_refused(&got, 2, "/dev/zero", NULL);
    got = e2e_grader(&e2e, "judge", DOUBLE, NULL);
    e2e_refused(&got, 2, "at least one source", NULL);
    e2e_put(&e2e, "a/x.c", e2e_double_right);
    e2e_put(&e2e, "b/x.c", e2e_double_right);
    got = e2e_grader(&e2e, "judge", DOUBLE, "a/x.c", "b/x.c", NULL);
    e2e_refused(&got, 2, "'x.c'", NULL);
    got = e2e_grader(&e2e, "judge", DOUBLE, "user", NULL); /* a folder with nothing in it */
    e2e_ended(&got, 1);
    cr_expect(e2e_has(got.out, "CE"), "%s", got.out);
}

/* ---- every kind of problem ---- */

#define GOOD TREE "/tests/packages/good/"

static const struct {
    const char *package, *source;
    int code;
    const char *says;
} kinds[] = {
    { GOOD "interactive", "accepted/halve.c", 0, "interactive: accepted" },
    { GOOD "interactive", "wrong_answer/count.c", 1, "the validator rejects the conversation" },
    { GOOD "multipass", "wrong_answer/forgets.c", 1, "multipass: wrong answer" },
    { GOOD "multipassinteractive", "accepted/halve.c", 0, "multipassinteractive: accepted" },
    { GOOD "staticpass", "wrong_answer/star.c", 1, "the static validator rejects the source code" },
    { GOOD "staticscore", "accepted/add.c", 0, "score 100 of 100" },
    { GOOD "groups", "rejected/half.c", 1, "score 50 of 100" },
    { GOOD "submitanswer", "accepted/right", 0, "submitanswer: accepted" },
    { GOOD "submitanswer", "wrong_answer/one", 1, "WA  " },
    { GOOD "validatorbuild", "wrong_answer/half.c", 1, "validatorbuild: wrong answer" },
    { GOOD "validatorcpp", "wrong_answer/half.c", 1, "validatorcpp: wrong answer" },
    { GOOD "validatorpydir", "accepted/third.c", 0, "validatorpydir: accepted" },
    { GOOD "oldvalidators", "wrong_answer/half.c", 1, "oldvalidators: wrong answer" },
    { GOOD "oldgroups", "partially_accepted/negative.c", 0, "score 35 of 60" },
    { GOOD "casefiles", "accepted/sum.c", 0, "casefiles: accepted" },
};

Test(cmd_judge, judges_problems_of_every_kind)
{
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        const char *source =
            arena_printf(&e2e.arena, "%s/submissions/%s", kinds[i].package, kinds[i].source);
        struct e2e_result got = e2e_grader(&e2e, "judge", kinds[i].package, source, NULL);
        e2e_ended(&got, kinds[i].code);
        cr_expect(e2e_has(got.out, kinds[i].says), "%s %s: %s", kinds[i].package, kinds[i].source,
                  got.out);
    }
}
