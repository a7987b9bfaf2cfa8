/* test_disclose.c - what of a judgement becomes public, and that nothing else does. */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "grader/report/assemble.h"
#include "grader/report/disclose.h"
#include "grader/report/exhibit.h"
#include "grader/report/render.h"
#include "grader/rubric/rubric_score.h"
#include "tests/support/report_sample.h"

static struct arena arena;

static void release(void)
{
    report_sample_clean();
    arena_release(&arena);
}

TestSuite(disclose, .fini = release);

static bool try_disclose(const struct judgement *judgement, struct report_problem *out,
                         struct err *err)
{
    struct report_score score;
    const struct rubric_evidence evidence = { judgement, NULL, NULL };
    rubric_score(report_sample_rubric(&arena), &evidence, &arena, &score);
    struct disclose_request request = {
        .judgement = judgement,
        .submission = report_sample_submission(&arena, "lrucache", "int main(void) {}\n"),
        .score = &score,
        .rubric = report_sample_rubric(&arena),
    };
    return report_problem_from_judgement(&request, &arena, out, err);
}

static struct report_problem disclose(const struct judgement *judgement)
{
    struct report_problem problem;
    struct err err = { 0 };
    cr_assert(try_disclose(judgement, &problem, &err), "%s", err.text);
    return problem;
}

static struct report_case disclose_failed(struct judgement *judgement, size_t i,
                                          enum verdict verdict)
{
    judgement->cases[i].verdict = verdict;
    judgement->verdict = verdict;
    return disclose(judgement).cases[i];
}

enum { SAMPLE = 0, HIDDEN = 2 };

Test(disclose, a_failed_sample_is_shown_in_full)
{
    struct judgement *judgement = report_sample_judgement(&arena, "in\n", "one\ntwo\n");
    judgement->cases[SAMPLE].output = str_of("one\nTWO\n");
    judgement->cases[SAMPLE].difference = (struct difference){ true, 4, 4, 2, 2 };
    judgement->cases[SAMPLE].judge_message = "line 2 differs";
    struct report_case test = disclose_failed(judgement, SAMPLE, VERDICT_WRONG_ANSWER);
    cr_assert(test.exhibit);
    cr_assert(str_is(test.exhibit->input, "in\n"));
    cr_assert(str_is(test.exhibit->expected, "one\ntwo\n"));
    cr_assert(str_is(test.exhibit->got, "one\nTWO\n"));
    cr_assert(test.exhibit->difference_is_known);
    cr_assert_eq(test.exhibit->got_offset, 4);
    cr_assert_eq(test.exhibit->got_line, 2);
    cr_assert_str_eq(test.exhibit->message, "line 2 differs");
    cr_assert(test.has_figures && test.has_output_bytes);
}

/* "In an interactive problem .in and .ans must not be displayed to teams." */
Test(disclose, of_a_problem_that_talks_neither_input_nor_answer_is_shown)
{
    struct judgement *judgement = report_sample_judgement(&arena, "SECRET IN\n", "SECRET OUT\n");
    struct package *package = (struct package *)judgement->package;
    char path[] = "/tmp/disclose-XXXXXX";
    int file = mkstemp(path);
    cr_assert(file >= 0 && write(file, "> hello\n", 8) == 8);
    judgement->cases[SAMPLE].output = str_of("hello\n");
    judgement->cases[SAMPLE].difference = (struct difference){ true, 4, 4, 2, 2 };
    for (int i = 0; i < 2; i++) {
        package->kinds = i ? PACKAGE_MULTI_PASS : PACKAGE_INTERACTIVE;
        judgement->package->cases[SAMPLE].interaction_path = i ? path : NULL;
        struct report_case test = disclose_failed(judgement, SAMPLE, VERDICT_WRONG_ANSWER);
        cr_assert(test.exhibit);
        cr_assert(str_is(test.exhibit->input, i ? "> hello\n" : ""));
        cr_assert(str_is(test.exhibit->expected, ""));
        cr_assert(str_is(test.exhibit->got, "hello\n"));
        cr_assert_not(test.exhibit->difference_is_known);
    }
    close(file);
    unlink(path);
}

Test(disclose, the_author_s_files_for_the_statement_are_shown_in_place_of_the_real_ones)
{
    struct judgement *judgement = report_sample_judgement(&arena, "in\n", "one\n");
    struct test_case *test = &judgement->package->cases[SAMPLE];
    judgement->cases[SAMPLE].output = str_of("two\n");
    judgement->cases[SAMPLE].difference = (struct difference){ true, 0, 0, 1, 1 };
    test->out_path = test->input_path; /* any other file */
    struct report_case shown = disclose_failed(judgement, SAMPLE, VERDICT_WRONG_ANSWER);
    cr_assert(str_is(shown.exhibit->expected, "in\n"));
    cr_assert_not(shown.exhibit->difference_is_known, "it is known of the real answer only");
    test->in_statement_path = test->answer_path;
    shown = disclose_failed(judgement, SAMPLE, VERDICT_WRONG_ANSWER);
    cr_assert(str_is(shown.exhibit->input, "one\n"));
}

Test(disclose, how_near_the_limit_a_test_was_is_told_in_steps)
{
    struct judgement *judgement = report_sample_judgement(&arena, "in\n", "out\n");
    uint64_t limit_us = judgement->time_limit_us;
    struct case_result *result = &judgement->cases[HIDDEN];
    result->least_cpu_us = limit_us * 93 / 100;
    result->most_cpu_us = limit_us * 106 / 100;
    struct report_case test = disclose(judgement).cases[HIDDEN];
    cr_assert(test.least_percent == 0 && test.most_percent == 0, "it was not near");
    result->is_borderline = true;
    test = disclose(judgement).cases[HIDDEN];
    cr_assert_eq(test.least_percent, 90);
    cr_assert_eq(test.most_percent, 110);
}

Test(disclose, a_static_validator_s_word_to_the_team_is_told_and_that_to_judges_is_not)
{
    struct judgement *judgement = report_sample_judgement(&arena, "in\n", "out\n");
    struct static_result rejected = { .group = judgement->package->groups[0],
                                      .verdict = VERDICT_WRONG_ANSWER,
                                      .cause = "the static validator rejects the source code",
                                      .judge_message = "for judges",
                                      .team_message = "no recursion\nplease" };
    judgement->statics = &rejected;
    judgement->static_count = 1;
    cr_assert_str_eq(disclose(judgement).cause,
                     "the static validator rejects the source code: no recursion");
    rejected.team_message = NULL;
    cr_assert_str_eq(disclose(judgement).cause, "the static validator rejects the source code");
}

Test(disclose, a_failed_hidden_test_shows_verdict_group_and_hint)
{
    struct judgement *judgement = report_sample_judgement(&arena, "in\n", "out\n");
    judgement->package->cases[HIDDEN].hint = "think of equal keys";
    struct report_case test = disclose_failed(judgement, HIDDEN, VERDICT_WRONG_ANSWER);
    cr_assert_null(test.exhibit);
    cr_assert_str_eq(test.group, "secret/1-small");
    cr_assert_str_eq(test.hint, "think of equal keys");
    cr_assert_not(test.has_figures);
    cr_assert_not(test.has_output_bytes);
    cr_assert(test.cpu_us == 0 && test.wall_us == 0 && test.memory_bytes == 0 &&
              test.output_bytes == 0);
}

Test(disclose, a_hidden_test_with_full_feedback_is_shown_after_failing_and_not_before)
{
    struct judgement *judgement = report_sample_judgement(&arena, "in\n", "out\n");
    judgement->package->cases[HIDDEN].full_feedback = true;
    struct report_case passed = disclose(judgement).cases[HIDDEN];
    cr_assert_null(passed.exhibit);
    cr_assert_not(passed.has_output_bytes);
    struct report_case failed = disclose_failed(judgement, HIDDEN, VERDICT_WRONG_ANSWER);
    cr_assert(failed.exhibit);
}

Test(disclose, a_sample_whose_author_forbids_it_is_not_shown)
{
    struct judgement *judgement = report_sample_judgement(&arena, "in\n", "out\n");
    judgement->package->cases[SAMPLE].full_feedback = false;
    cr_assert_null(disclose_failed(judgement, SAMPLE, VERDICT_WRONG_ANSWER).exhibit);
}

Test(disclose, what_a_program_chooses_itself_says_little_about_a_hidden_test)
{
    struct judgement *judgement = report_sample_judgement(&arena, "in\n", "out\n");
    judgement->cases[HIDDEN].cause = "exit status 117: does main return 0?";
    struct report_case failed = disclose_failed(judgement, HIDDEN, VERDICT_RUN_ERROR);
    cr_assert_str_eq(failed.cause, "exit status N: does main return 0?");
    cr_assert_str_eq(disclose(judgement).cause, failed.cause);
    judgement->cases[SAMPLE].cause = "exit status 117";
    cr_assert_str_eq(disclose_failed(judgement, SAMPLE, VERDICT_RUN_ERROR).cause,
                     "exit status 117");
}

Test(disclose, costs_of_passed_hidden_tests_are_rounded_to_a_power_of_two)
{
    struct judgement *judgement = report_sample_judgement(&arena, "in\n", "out\n");
    judgement->cases[HIDDEN].cpu_us = 117000;
    judgement->cases[HIDDEN].wall_us = 300;
    judgement->cases[HIDDEN].memory_bytes = (17u << 20) + 1;
    judgement->cases[HIDDEN].white_space_differs = true;
    judgement->cases[HIDDEN + 1].cpu_us = 900000;
    struct report_problem problem = disclose(judgement);
    struct report_case passed = problem.cases[HIDDEN];
    cr_assert_eq(passed.cpu_us, 128000);
    cr_assert_eq(passed.wall_us, 1000);
    cr_assert_eq(passed.memory_bytes, 32u << 20);
    cr_assert_not(passed.white_space_differs);
    cr_assert(problem.white_space_differs);
    cr_assert_eq(problem.cases[HIDDEN + 1].cpu_us, 1000000, "never above the limit");
    cr_assert_eq(problem.cases[SAMPLE].cpu_us, 900, "a sample's is exact");
}

Test(disclose, a_cause_that_quotes_a_driver_is_withheld)
{
    static struct source_file include[] = { { "driver.c", { "", 0 } } };
    static struct diagnostic error = { "driver.c", 20, 1, "error", "EXPECTED-42" };
    struct judgement *judgement = report_sample_judgement(&arena, "in\n", "out\n");
    ((struct package *)judgement->package)->include = (struct source_set){ "include", include, 1 };
    judgement->compile.diagnostics = &error;
    judgement->compile.diagnostic_count = 1;
    judgement->compile.ok = false;
    judgement->verdict = VERDICT_COMPILE_ERROR;
    judgement->cause = "driver.c:20: EXPECTED-42";
    struct report_problem problem = disclose(judgement);
    cr_assert_str_eq(problem.cause, "an error in a file that is not yours (driver.c)");
    for (size_t i = 0; i < problem.remark_count; i++)
        cr_assert_null(strstr(problem.remarks[i].text, "EXPECTED-42"));
}

Test(disclose, a_limit_that_was_passed_has_no_clamped_figure)
{
    static const enum verdict limits[] = { VERDICT_TIME_LIMIT, VERDICT_MEMORY_LIMIT,
                                           VERDICT_OUTPUT_LIMIT };
    for (size_t i = 0; i < COUNT_OF(limits); i++) {
        struct judgement *judgement = report_sample_judgement(&arena, "in\n", "out\n");
        cr_assert_not(disclose_failed(judgement, SAMPLE, limits[i]).has_figures);
        cr_assert_not(disclose_failed(judgement, HIDDEN, limits[i]).has_figures);
    }
}

Test(disclose, hints_are_for_those_who_failed)
{
    struct judgement *judgement = report_sample_judgement(&arena, "in\n", "out\n");
    judgement->package->cases[HIDDEN].hint = "secret advice";
    cr_assert_str_eq(disclose(judgement).cases[HIDDEN].hint, "");
}

Test(disclose, no_more_tests_are_shown_than_the_rubric_says)
{
    struct judgement *judgement = report_sample_judgement(&arena, "in\n", "out\n");
    for (size_t i = 0; i < judgement->case_count; i++) {
        judgement->package->cases[i].full_feedback = true;
        judgement->cases[i].verdict = VERDICT_WRONG_ANSWER;
    }
    judgement->verdict = VERDICT_WRONG_ANSWER;
    struct report_problem problem = disclose(judgement);
    size_t shown = 0;
    for (size_t i = 0; i < problem.case_count; i++)
        shown += problem.cases[i].exhibit != NULL;
    cr_assert_eq(shown, 3); /* show_cases of the default rubric */
}

Test(disclose, the_messages_of_a_custom_validator_are_kept_apart)
{
    struct judgement *judgement = report_sample_judgement(&arena, "in\n", "out\n");
    ((struct package *)judgement->package)->output_validator_count = 1;
    judgement->cases[SAMPLE].judge_message = "for judges";
    cr_assert_str_eq(disclose_failed(judgement, SAMPLE, VERDICT_WRONG_ANSWER).exhibit->message, "");
    judgement->cases[SAMPLE].team_message = "for the team";
    cr_assert_str_eq(disclose_failed(judgement, SAMPLE, VERDICT_WRONG_ANSWER).exhibit->message,
                     "for the team");
}

Test(disclose, a_difference_far_in_is_shown_from_the_start_of_a_line_nearby)
{
    static char long_text[60001];
    for (size_t i = 0; i < sizeof long_text - 1; i++)
        long_text[i] = i % 10 == 9 ? '\n' : 'x';
    struct judgement *judgement = report_sample_judgement(&arena, "in\n", long_text);
    judgement->cases[SAMPLE].output = str_of(long_text);
    judgement->cases[SAMPLE].difference = (struct difference){ true, 40003, 40003, 4001, 4001 };
    struct report_exhibit *exhibit =
        disclose_failed(judgement, SAMPLE, VERDICT_WRONG_ANSWER).exhibit;
    cr_assert(exhibit->difference_is_known);
    cr_assert_eq(exhibit->got_skipped % 10, 0, "starts a line");
    cr_assert_eq(exhibit->got_skipped + exhibit->got_offset, 40003);
    cr_assert_eq(exhibit->expected_skipped + exhibit->expected_offset, 40003);
    cr_assert(exhibit->got_is_cut && exhibit->expected_is_cut && !exhibit->input_is_cut);
    cr_assert_leq(exhibit->got.length, EXHIBIT_BYTES);
    judgement->cases[SAMPLE].output.length = 30000; /* as the judge keeps only the beginning */
    judgement->cases[SAMPLE].output_is_cut = true;
    exhibit = disclose_failed(judgement, SAMPLE, VERDICT_WRONG_ANSWER).exhibit;
    cr_assert_not(exhibit->difference_is_known);
    cr_assert_eq(exhibit->got_line, 4001);
}

Test(disclose, a_sample_that_cannot_be_read_is_our_fault)
{
    struct judgement *judgement = report_sample_judgement(&arena, "in\n", "out\n");
    judgement->package->cases[SAMPLE].answer_path = "/nonexistent/1.ans";
    judgement->cases[SAMPLE].verdict = judgement->verdict = VERDICT_WRONG_ANSWER;
    struct report_problem problem = { .id = "untouched" };
    struct err err = { 0 };
    cr_assert_not(try_disclose(judgement, &problem, &err));
    cr_assert_eq(err.kind, ERR_FAULT);
    cr_assert(strstr(err.text, "/nonexistent/1.ans"));
    cr_assert_str_eq(problem.id, "untouched");
}

Test(disclose, a_driver_is_not_quoted)
{
    static struct source_file include[] = { { "lru.h", { "", 0 } }, { "driver.c", { "", 0 } } };
    static struct diagnostic diagnostics[] = {
        { "./driver.c", 20, 1, "error", "static assertion failed: \"EXPECTED-42\"" },
        { "driver.c", 21, 1, "error", "undefined reference to 'lru_get'" },
        { "lru.h", 3, 1, "note", "declared here" },
        { "main.c", 4, 1, "error", "my own" },
        { "../data/secret/1.in", 1, 1, "error", "EXPECTED-42" },
        { "/usr/include/stdio.h", 1, 1, "note", "of the system" },
    };
    struct judgement *judgement = report_sample_judgement(&arena, "in\n", "out\n");
    ((struct package *)judgement->package)->include = (struct source_set){ "include", include, 2 };
    judgement->compile.diagnostics = diagnostics;
    judgement->compile.diagnostic_count = COUNT_OF(diagnostics);
    struct report_problem problem = disclose(judgement);
    cr_assert_null(strstr(problem.diagnostics[0].message, "EXPECTED-42"));
    cr_assert_eq(problem.diagnostics[0].line, 20);
    cr_assert_str_eq(problem.diagnostics[1].message, "undefined reference to 'lru_get'");
    cr_assert_str_eq(problem.diagnostics[2].message, "declared here");
    cr_assert_str_eq(problem.diagnostics[3].message, "my own");
    cr_assert_null(strstr(problem.diagnostics[4].message, "EXPECTED-42"));
    cr_assert_str_eq(problem.diagnostics[5].message, "of the system");
}

Test(disclose, a_judge_error_is_not_graded_and_costs_nothing)
{
    struct judgement *judgement = report_sample_judgement(&arena, "in\n", "out\n");
    judgement->verdict = VERDICT_JUDGE_ERROR;
    judgement->cause = "the validator ended with status 3";
    struct disclose_request request = {
        .judgement = judgement,
        .submission = report_sample_submission(&arena, "lrucache", ""),
        .rubric = report_sample_rubric(&arena),
    };
    struct report_problem problem;
    struct err err = { 0 };
    cr_assert(report_problem_from_judgement(&request, &arena, &problem, &err));
    cr_assert_eq(problem.status, STATUS_NOT_GRADED);
    cr_assert_eq(problem.max_points, 0);
    cr_assert(strstr(problem.not_graded, "the validator ended with status 3"));
}

Test(disclose, only_c_files_are_listed_as_source)
{
    struct report_problem problem = disclose(report_sample_judgement(&arena, "in\n", "out\n"));
    cr_assert_eq(problem.source_count, 1);
    cr_assert_str_eq(problem.sources[0].path, "main.c");
}

static struct report_problem disclose_files(struct source_file *files, size_t count)
{
    struct judgement *judgement = report_sample_judgement(&arena, "in\n", "out\n");
    struct report_score score;
    const struct rubric_evidence evidence = { judgement, NULL, NULL };
    rubric_score(report_sample_rubric(&arena), &evidence, &arena, &score);
    struct submission *submission = report_sample_submission(&arena, "lrucache", "");
    submission->sources.files = files;
    submission->sources.count = count;
    struct disclose_request request = { judgement, submission, &score, report_sample_rubric(&arena),
                                        NULL,      NULL,       NULL };
    struct report_problem problem;
    struct err err = { 0 };
    cr_assert(report_problem_from_judgement(&request, &arena, &problem, &err), "%s", err.text);
    return problem;
}

Test(disclose, sources_of_a_problem_share_200_kilobytes_in_whole_lines)
{
    static char bytes[150 * 1000];
    memset(bytes, 'x', sizeof bytes);
    for (size_t i = 99; i < sizeof bytes; i += 100)
        bytes[i] = '\n';
    bytes[49999] = 'x'; /* so that the line at the ceiling is a long one */
    struct source_file files[] = { { "a.c", { bytes, sizeof bytes } },
                                   { "b.c", { bytes, sizeof bytes } },
                                   { "c.c", { bytes, sizeof bytes } },
                                   { "d.h", { "", 0 } } };
    struct report_problem problem = disclose_files(files, COUNT_OF(files));
    cr_assert_eq(problem.source_count, 3); /* an empty file needs no room */
    cr_assert_eq(problem.sources_more, 1);
    cr_assert_not(problem.sources[0].is_cut);
    cr_assert(problem.sources[1].is_cut);
    cr_assert_eq(problem.sources[1].bytes.length, 50000 - 100);
    cr_assert_str_eq(problem.sources[2].path, "d.h");
}

Test(disclose, one_endless_line_is_cut_where_the_room_ends)
{
    static char bytes[10 * 1000 * 1000];
    memset(bytes, '"', sizeof bytes);
    struct source_file file = { "a.c", { bytes, sizeof bytes } };
    struct report_problem problem = disclose_files(&file, 1);
    cr_assert(problem.sources[0].is_cut);
    cr_assert_eq(problem.sources[0].bytes.length, 200 * 1000);
}

Test(disclose, more_files_than_are_shown_are_counted)
{
    static struct source_file files[40];
    for (size_t i = 0; i < COUNT_OF(files); i++)
        files[i] = (struct source_file){ arena_printf(&arena, "%02zu.h", i), { "\n", 1 } };
    struct report_problem problem = disclose_files(files, COUNT_OF(files));
    cr_assert_eq(problem.source_count, 32);
    cr_assert_eq(problem.sources_more, 8);
}

/* --- the leak test ------------------------------------------------------------------------- */

#define MARKER "HIDDENMARKER"

/* Every member of a judgement and its package that a candidate may not see, of hidden tests. */
static struct judgement *marked(enum verdict verdict)
{
    static const char *words[] = { MARKER "-word" };
    struct judgement *judgement =
        report_sample_judgement(&arena, MARKER "-input\n", MARKER "-answer\n");
    struct package *package = (struct package *)judgement->package;
    static struct generator_call call = { MARKER "-program", { words, 1 }, 7 };
    package->path = "/x/" MARKER "-path";
    package->uuid = MARKER "-uuid";
    package->statement_path = MARKER "-statement";
    package->warnings = words;
    package->warning_count = 1;
    package->content_hash = MARKER "-hash";
    judgement->compile.log = str_of(MARKER "-log");
    judgement->compile.cause = "";
    for (size_t i = HIDDEN; i < judgement->case_count; i++) {
        struct test_case *test = &package->cases[i];
        struct case_result *result = &judgement->cases[i];
        test->description = MARKER "-description";
        test->args = test->output_validator_args = (struct word_list){ words, 1 };
        test->call = &call;
        result->verdict = verdict;
        result->judge_message = MARKER "-judge";
        result->team_message = MARKER "-team";
        result->output = str_of(MARKER "-output");
        result->output_bytes = 987654321;
        result->difference =
            (struct difference){ true, 987654321, 987654321, 987654321, 987654321 };
        result->cause = "exit status 987654321";
        result->white_space_differs = verdict == VERDICT_ACCEPTED;
        if (verdict == VERDICT_ACCEPTED) {
            result->cpu_us = result->wall_us = 987654;
            result->memory_bytes = 98765432;
        }
        if (verdict != VERDICT_ACCEPTED) {
            result->cpu_us = result->wall_us = result->memory_bytes = 987654321;
            judgement->verdict = verdict;
        } else {
            test->hint = MARKER "-hint";
        }
    }
    return judgement;
}

static void assert_no_marker(const struct report_problem *problem, enum verdict verdict)
{
    static const struct snapshot snapshot = { .origin = "o",
                                              .author = "a",
                                              .subject = "s",
                                              .commit = "c",
                                              .revision = "r",
                                              .email = MARKER "-mail" };
    struct assemble_request request = { "1",      1,    &snapshot, report_sample_rubric(&arena),
                                        "secret", NULL, problem,   1,
                                        NULL,     0 };
    struct report report;
    report_assemble(&request, &arena, &report);
    for (size_t i = 0; i < renderer_count; i++) {
        SCOPED_BUF out;
        buf_init(&out, RENDER_BYTES_MAX);
        struct render_options options = { .verbose = true };
        cr_assert(renderers[i]->render(&report, &options, &out));
        cr_assert_null(memmem(out.bytes, out.length, MARKER, strlen(MARKER)), "%s leaks with %s",
                       renderers[i]->name, verdict_code(verdict));
        cr_assert_null(memmem(out.bytes, out.length, "987654321", 9), "%s leaks a figure with %s",
                       renderers[i]->name, verdict_code(verdict));
        cr_assert_null(memmem(out.bytes, out.length, "98765", 5));
        cr_assert_null(memmem(out.bytes, out.length, "987 ms", 6));
    }
}

Test(disclose, nothing_hidden_is_in_any_format_whatever_the_verdict)
{
    for (unsigned verdict = VERDICT_NONE; verdict < VERDICT_COUNT; verdict++) {
        if (verdict == VERDICT_JUDGE_ERROR || verdict == VERDICT_COMPILE_ERROR)
            continue;
        struct report_problem problem = disclose(marked((enum verdict)verdict));
        assert_no_marker(&problem, (enum verdict)verdict);
        report_sample_clean();
    }
}

Test(disclose, the_leak_test_would_notice)
{
    struct judgement *judgement = marked(VERDICT_WRONG_ANSWER);
    judgement->package->cases[HIDDEN].full_feedback = true;
    judgement->cases[HIDDEN].difference.known = false;
    struct report_problem problem = disclose(judgement);
    cr_assert(
        memmem(problem.cases[HIDDEN].exhibit->got.at, strlen(MARKER), MARKER, strlen(MARKER)));
}
