/* test_judge_json.c - a judgement as JSON: well formed whatever is in it, and no more than may be
 * told. */
#include <cjson/cJSON.h>
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "grader/cli/judge_json.h"

static struct report_case cases[] = {
    { .name = "sample/1",
      .group = "sample",
      .verdict = VERDICT_ACCEPTED,
      .cause = "",
      .hint = "",
      .has_figures = true,
      .cpu_us = 1500,
      .wall_us = UINT64_C(1) << 53,
      .memory_bytes = 4096,
      .has_output_bytes = true,
      .output_bytes = 12,
      .repeats = 1 },
    { .name = "secret/x",
      .group = "secret",
      .verdict = VERDICT_WRONG_ANSWER,
      .cause = "say \"no\"\n\x1b[31m\xff",
      .hint = "",
      .cpu_us = 4242,
      .output_bytes = 4343,
      .repeats = 3 },
};
static struct report_diagnostic diagnostics[] = {
    { "a\"b.c", 3, 7, "error", "expected ‘;’ before\t‘}’ \\" },
};
static const char *const protection[] = { "seccomp", "landlock", NULL };

static cJSON *parse_with(const struct judgement *judgement, const struct growth *growth,
                         const struct report_problem *public)
{
    struct buf out;
    buf_init(&out, 1 << 20);
    judge_json_put(&out, judgement, growth, public);
    cr_assert(buf_ok(&out));
    const char *end;
    cJSON *all = cJSON_ParseWithOpts(buf_text(&out), &end, true);
    cr_assert(all != NULL, "no JSON: %s", buf_text(&out));
    buf_release(&out);
    return all;
}

static cJSON *parse(const struct judgement *judgement, const struct report_problem *public)
{
    return parse_with(judgement, NULL, public);
}

static const cJSON *at(const cJSON *object, const char *key)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    cr_assert(item != NULL, "no key '%s'", key);
    return item;
}

static const struct package package = { .id = "p" };
static struct judgement judgement = { .package = &package,
                                      .compile = { .ok = true, .cpu_us = 5 },
                                      .verdict = VERDICT_WRONG_ANSWER,
                                      .cause = "not to be read",
                                      .score = 0.5,
                                      .time_limit_us = 1000000,
                                      .borderline = true,
                                      .protection = protection };
static struct report_problem public = { .cause = "say \"no\"",
                                        .cases = cases,
                                        .case_count = COUNT_OF(cases),
                                        .diagnostics = diagnostics,
                                        .diagnostic_count = 1 };

Test(judge_json, has_the_keys_of_the_contract)
{
    cJSON *all = parse(&judgement, &public);
    cr_expect_str_eq(at(all, "package")->valuestring, "p");
    cr_expect_str_eq(at(all, "verdict")->valuestring, "WA");
    cr_expect_str_eq(at(all, "cause")->valuestring, "say \"no\"");
    cr_expect(at(all, "score")->valuedouble == 0.5);
    cr_expect(at(all, "time_limit_us")->valuedouble == 1000000);
    cr_expect(cJSON_IsTrue(at(all, "borderline")));
    cr_expect(cJSON_IsTrue(at(at(all, "compile"), "ok")));
    cr_expect(at(at(all, "compile"), "cpu_us")->valuedouble == 5);
    cr_expect(cJSON_GetArraySize(at(all, "cases")) == 2);
    cr_expect(cJSON_GetArraySize(at(all, "protection")) == 2);
    cr_expect_str_eq(cJSON_GetArrayItem(at(all, "protection"), 1)->valuestring, "landlock");
    cJSON_Delete(all);
}

Test(judge_json, has_the_growth_that_the_growth_command_has)
{
    static struct growth_point points[] = { { 64, 0, 100 }, { 128, 0, 200.5 } };
    static struct growth_line lines[] = {
        { .file = "a\"b.c", .line = 10, .class = GROWTH_N_2, .share = 0.75 }
    };
    struct growth growth = { .stopped = "", .suspicion = "", .lines = lines, .line_count = 1 };
    growth.curves[GROWTH_TIME] = (struct growth_curve){
        .points = points,
        .point_count = 2,
        .has_fit = true,
        .fit = { .class = GROWTH_N,
                 .candidates = { GROWTH_N, GROWTH_N_LOG_N },
                 .candidate_count = 2,
                 .separation = 1.5 },
        .required = "n",
        .distance = { .met = true },
    };
    growth.curves[GROWTH_HEAP].not_measured = "no heap";
    cJSON *all = parse_with(&judgement, &growth, &public);
    const cJSON *time = at(at(all, "growth"), "time");
    cr_expect_str_eq(at(time, "class")->valuestring, "n");
    cr_expect(cJSON_GetArraySize(at(time, "candidates")) == 2);
    cr_expect(cJSON_IsTrue(at(time, "met")));
    cr_expect(cJSON_GetArrayItem(cJSON_GetArrayItem(at(time, "points"), 1), 1)->valuedouble ==
              200.5);
    cr_expect_str_eq(at(at(at(all, "growth"), "heap"), "not_measured")->valuestring, "no heap");
    const cJSON *line = cJSON_GetArrayItem(at(at(all, "growth"), "lines"), 0);
    cr_expect_str_eq(at(line, "class")->valuestring, "n^2");
    cJSON_Delete(all);
    all = parse(&judgement, &public);
    cr_expect(cJSON_IsNull(at(all, "growth")));
    cJSON_Delete(all);
}

Test(judge_json, tells_no_figure_that_was_not_disclosed)
{
    cJSON *all = parse(&judgement, &public);
    const cJSON *open = cJSON_GetArrayItem(at(all, "cases"), 0);
    const cJSON *hidden = cJSON_GetArrayItem(at(all, "cases"), 1);
    static const char *const figures[] = { "cpu_us", "wall_us", "memory_bytes", "output_bytes" };
    static const double wanted[] = { 1500, 9007199254740992, 4096, 12 };
    for (size_t i = 0; i < COUNT_OF(figures); i++) {
        cr_expect(at(open, figures[i])->valuedouble == wanted[i], "%s", figures[i]);
        cr_expect(cJSON_IsNull(at(hidden, figures[i])), "%s", figures[i]);
    }
    cr_expect(at(hidden, "repeats")->valuedouble == 3);
    cJSON_Delete(all);
}

Test(judge_json, escapes_what_comes_from_a_candidate)
{
    cJSON *all = parse(&judgement, &public);
    const cJSON *diagnostic = cJSON_GetArrayItem(at(at(all, "compile"), "diagnostics"), 0);
    cr_expect_str_eq(at(diagnostic, "file")->valuestring, "a\"b.c");
    cr_expect_str_eq(at(diagnostic, "message")->valuestring, diagnostics[0].message);
    cr_expect(at(diagnostic, "line")->valuedouble == 3 &&
              at(diagnostic, "column")->valuedouble == 7);
    const char *cause = at(cJSON_GetArrayItem(at(all, "cases"), 1), "cause")->valuestring;
    cr_expect(strncmp(cause, "say \"no\"\n\x1b[31m", 14) == 0, "%s", cause);
    cr_expect(str_is_utf8(str_of(cause)), "a byte that is no UTF-8 is in the JSON");
    cJSON_Delete(all);
}

Test(judge_json, a_score_without_a_bound_is_a_number_all_the_same)
{
    static const double scores[] = { (double)INFINITY, (double)NAN, 1e300, 0, 1.0 / 3 };
    for (size_t i = 0; i < COUNT_OF(scores); i++) {
        struct judgement one = judgement;
        one.score = scores[i];
        one.protection = NULL;
        cJSON *all = parse(&one, &public);
        double wanted = isfinite(scores[i]) ? scores[i] : 0;
        cr_expect(fabs(at(all, "score")->valuedouble - wanted) <= wanted * 1e-9);
        cr_expect(cJSON_GetArraySize(at(all, "protection")) == 0);
        cJSON_Delete(all);
    }
}

Test(judge_json, a_compile_error_has_no_cases)
{
    struct judgement one = { .package = &package, .verdict = VERDICT_COMPILE_ERROR };
    struct report_problem nothing = { .cause = "" };
    cJSON *all = parse(&one, &nothing);
    cr_expect_str_eq(at(all, "verdict")->valuestring, "CE");
    cr_expect(cJSON_IsFalse(at(at(all, "compile"), "ok")));
    cr_expect(cJSON_GetArraySize(at(all, "cases")) == 0);
    cJSON_Delete(all);
}
