/* report_sample.c - judgements and a report that have everything a renderer can meet. */
#include "tests/support/report_sample.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/report/assemble.h"
#include "grader/report/disclose.h"
#include "grader/report/since.h"
#include "grader/rubric/rubric_load.h"
#include "grader/rubric/rubric_score.h"

/* --- files --------------------------------------------------------------------------------- */

static char folder[256];
static unsigned file_count;

static const char *put_file(struct arena *arena, const char *content)
{
    const char *base = getenv("TMPDIR");
    if (!folder[0]) {
        snprintf(folder, sizeof folder, "%s/report-sample-XXXXXX", base && *base ? base : "/tmp");
        if (!mkdtemp(folder))
            abort();
    }
    const char *path = arena_printf(arena, "%s/%u", folder, file_count++);
    struct err err = { 0 };
    if (!file_write(path, content, strlen(content), &err))
        abort();
    return path;
}

void report_sample_clean(void)
{
    char path[300];
    for (unsigned i = 0; i < file_count; i++) {
        snprintf(path, sizeof path, "%s/%u", folder, i);
        unlink(path);
    }
    if (folder[0])
        rmdir(folder);
    folder[0] = '\0';
    file_count = 0;
}

/* --- judgements ---------------------------------------------------------------------------- */

/* One test of a sample judgement. */
struct test_row {
    const char *name;
    enum verdict verdict;
    const char *cause, *hint;
    uint64_t cpu_us, memory_kib;
};

static struct test_group *group_of(struct package *package, const char *test_name)
{
    struct test_group *best = NULL;
    for (size_t i = 0; i < package->group_count; i++) {
        size_t length = strlen(package->groups[i]->name);
        if (strncmp(package->groups[i]->name, test_name, length) == 0 && test_name[length] == '/')
            best = package->groups[i];
    }
    assert(best);
    return best;
}

static void add_groups(struct arena *arena, struct package *package, const char *const *names,
                       size_t count)
{
    package->groups = ARENA_ARRAY(arena, count, struct test_group *);
    package->group_count = count;
    for (size_t i = 0; i < count; i++) {
        struct test_group *group = ARENA_NEW(arena, struct test_group);
        group->name = names[i];
        group->max_score = 100;
        if (strncmp(names[i], "secret/", 7) == 0)
            group->parent = package->groups[1];
        package->groups[i] = group;
    }
}

static void count_groups(struct arena *arena, struct judgement *judgement)
{
    const struct package *package = judgement->package;
    judgement->groups = ARENA_ARRAY(arena, package->group_count, struct group_result);
    judgement->group_count = package->group_count;
    for (size_t g = 0; g < package->group_count; g++) {
        struct group_result *result = &judgement->groups[g];
        result->group = package->groups[g];
        for (size_t i = 0; i < judgement->case_count; i++) {
            const struct case_result *test = &judgement->cases[i];
            if (test->test->group != result->group)
                continue;
            result->case_count++;
            result->judged_count += test->verdict != VERDICT_NONE;
            result->accepted_count += test->verdict == VERDICT_ACCEPTED;
            if (result->verdict <= VERDICT_ACCEPTED && test->verdict != VERDICT_NONE)
                result->verdict = test->verdict;
        }
    }
}

static struct judgement *build(struct arena *arena, const char *id, const char *name,
                               const struct test_row *rows, size_t count)
{
    static const char *const groups[] = { "sample", "secret", "secret/1-small", "secret/2-edge",
                                          "secret/3-large" };
    struct package *package = ARENA_NEW(arena, struct package);
    package->id = id;
    package->name = name;
    package->limits.memory_bytes = 256u << 20;
    add_groups(arena, package, groups, COUNT_OF(groups));
    package->cases = ARENA_ARRAY(arena, count, struct test_case);
    package->case_count = count;
    struct judgement *judgement = ARENA_NEW(arena, struct judgement);
    judgement->package = package;
    judgement->compile =
        (struct compile_result){ .ok = true, .verdict = VERDICT_ACCEPTED, .cpu_us = 180000 };
    judgement->verdict = VERDICT_ACCEPTED;
    judgement->cause = "";
    judgement->score = judgement->max_score = 1;
    judgement->time_limit_us = 1000000;
    judgement->cases = ARENA_ARRAY(arena, count, struct case_result);
    judgement->case_count = count;
    for (size_t i = 0; i < count; i++) {
        struct test_case *test = &package->cases[i];
        test->name = rows[i].name;
        test->group = group_of(package, rows[i].name);
        test->hint = rows[i].hint;
        test->full_feedback = strncmp(rows[i].name, "sample/", 7) == 0;
        judgement->cases[i] = (struct case_result){
            .test = test,
            .verdict = rows[i].verdict,
            .cause = rows[i].cause ? rows[i].cause : "",
            .cpu_us = rows[i].cpu_us,
            .wall_us = rows[i].cpu_us * 11 / 10,
            .memory_bytes = rows[i].memory_kib * 1024,
            .output_bytes = 12,
            .repeats = rows[i].verdict != VERDICT_NONE,
        };
        if (judgement->verdict == VERDICT_ACCEPTED && rows[i].verdict > VERDICT_ACCEPTED) {
            judgement->verdict = rows[i].verdict;
            judgement->cause = judgement->cases[i].cause;
            judgement->score = 0;
        }
    }
    count_groups(arena, judgement);
    return judgement;
}

struct judgement *report_sample_judgement(struct arena *arena, const char *input,
                                          const char *answer)
{
    static const struct test_row rows[] = {
        { "sample/1", VERDICT_ACCEPTED, NULL, NULL, 900, 1400 },
        { "sample/2", VERDICT_ACCEPTED, NULL, NULL, 900, 1400 },
        { "secret/1-small/1", VERDICT_ACCEPTED, NULL, NULL, 900, 1400 },
        { "secret/1-small/2", VERDICT_ACCEPTED, NULL, NULL, 900, 1400 },
        { "secret/2-edge/1", VERDICT_ACCEPTED, NULL, NULL, 900, 1400 },
        { "secret/2-edge/2", VERDICT_ACCEPTED, NULL, NULL, 900, 1400 },
    };
    struct judgement *judgement = build(arena, "lrucache", "LRU cache", rows, COUNT_OF(rows));
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        judgement->package->cases[i].input_path = put_file(arena, input);
        judgement->package->cases[i].answer_path = put_file(arena, answer);
    }
    return judgement;
}

struct submission *report_sample_submission(struct arena *arena, const char *id, const char *source)
{
    struct submission *submission = ARENA_NEW(arena, struct submission);
    submission->problem_id = id;
    submission->folder = arena_printf(arena, "solutions/%s", id);
    submission->sources.name = id;
    submission->sources.files = ARENA_ARRAY(arena, 2, struct source_file);
    submission->sources.count = 2;
    submission->sources.files[0] = (struct source_file){ "main.c", str_of(source) };
    submission->sources.files[1] = (struct source_file){ "notes.txt", str_of("not code\n") };
    return submission;
}

const struct rubric *report_sample_rubric(struct arena *arena)
{
    struct rubric *rubric = ARENA_NEW(arena, struct rubric);
    struct err err = { 0 };
    if (!rubric_load(TREE "/rubrics/default.json", arena, rubric, &err)) {
        fprintf(stderr, "%s\n", err.text);
        abort();
    }
    return rubric;
}

/* --- growth -------------------------------------------------------------------------------- */

/* 3n²/4 + 20n against n log n, or two candidates and as required. */
static double cost_at(double n, bool is_slow)
{
    return is_slow ? 0.75 * n * n + 20 * n : 21 + 12 / n;
}

static void fill_time(struct arena *arena, bool is_slow, struct growth_curve *out)
{
    enum { SIZES = 8 };
    out->points = ARENA_ARRAY(arena, SIZES, struct growth_point);
    out->reference = ARENA_ARRAY(arena, SIZES, struct growth_point);
    out->point_count = out->reference_count = SIZES;
    for (size_t i = 0; i < SIZES; i++) {
        double n = (double)(64u << i);
        out->points[i] = (struct growth_point){ n, 0, cost_at(n, is_slow) };
        out->reference[i] = (struct growth_point){ n, 0, is_slow ? 5 * n * log2(n) : 20 };
    }
    out->has_fit = true;
    out->fit = is_slow ? (struct growth_fit){ .class = GROWTH_N_2,
                                              .candidates = { GROWTH_N_2 },
                                              .candidate_count = 1,
                                              .separation = 1e6,
                                              .confidence = CONFIDENCE_CERTAIN,
                                              .share = 0.96,
                                              .refits = SIZES,
                                              .agreeing = SIZES }
                       : (struct growth_fit){ .class = GROWTH_1,
                                              .candidates = { GROWTH_1, GROWTH_LOG_N },
                                              .candidate_count = 2,
                                              .separation = 1.5,
                                              .confidence = CONFIDENCE_WEAK,
                                              .share = 1,
                                              .residual = 0.01,
                                              .refits = SIZES,
                                              .agreeing = 6 };
    out->required = is_slow ? "n log n" : "1";
    out->distance = is_slow ? (struct growth_distance){ false, 2, 0.86, 0, 94.5 }
                            : (struct growth_distance){ true, 0, 0, 0, 1.05 };
}

const struct growth *report_sample_growth(struct arena *arena, bool is_slow)
{
    static struct growth_line lines[] = {
        { .file = "main.c", .line = 7, .class = GROWTH_N_2, .share = 0.6 },
        { .file = "main.c", .line = 6, .class = GROWTH_N_2, .share = 0.38 },
        { .file = "main.c", .line = 5, .class = GROWTH_N, .share = 0.01 }
    };
    static struct growth_line_range unexecuted[] = { { "main.c", 8, 9 } };
    static const char *blind_spots[] = { "qsort_r" };
    struct growth *growth = ARENA_NEW(arena, struct growth);
    *growth = (struct growth){ .stopped = "",
                               .suspicion = "",
                               .cpu_us = 210000,
                               .static_bytes = 760,
                               .is_per_operation = !is_slow };
    for (size_t i = 0; i < GROWTH_RESOURCE_COUNT; i++)
        fill_time(arena, is_slow, &growth->curves[i]);
    growth->curves[GROWTH_STACK].required = NULL;
    growth->curves[GROWTH_HEAP].not_measured = is_slow ? "it allocates nothing" : NULL;
    if (is_slow) {
        growth->stopped = "at n = 16384: cpu limit";
        growth->lines = lines;
        growth->line_count = COUNT_OF(lines);
        growth->unexecuted = unexecuted;
        growth->unexecuted_count = COUNT_OF(unexecuted);
        growth->blind_spots = blind_spots;
        growth->blind_spot_count = 1;
    }
    return growth;
}

/* --- quality ------------------------------------------------------------------------------- */

/* Three findings of three kinds, two functions, a pass that did not come to its end. */
const struct quality *report_sample_quality(struct arena *arena)
{
    static const char *tools[] = { "gcc", "clang", "cppcheck" };
    static struct quality_step steps[] = { { "main.c", 3, "'window' is declared here" },
                                           { "main.c", 5, "and used here" } };
    static struct quality_finding findings[] = {
        { "main.c", 5, 12, "limiter_allow", QUALITY_MEMORY, QUALITY_ESSENTIAL, "uninitialised",
          tools, 3, "A value is used that was never set: 'window'.",
          "Give it a value where it is declared, or on each path before this line.",
          "https://cwe.mitre.org/data/definitions/457.html", steps, 2 },
        { "main.c", 4, 9, "limiter_allow", QUALITY_DUPLICATION, QUALITY_ACTIONABLE,
          "unused-variable", tools, 1, "This variable is never used: 'window'.", "Remove it.",
          "https://cwe.mitre.org/data/definitions/563.html", NULL, 0 },
        { "main.c", 3, 6, "limiter_allow", QUALITY_HEADERS, QUALITY_INFORMATIVE, "missing-static",
          tools, 1, "Only this file uses the function, but every other one sees it.",
          "Make it static.", "", NULL, 0 },
    };
    static struct quality_function functions[] = {
        { "main.c", 3, "limiter_allow", 3, 2, 4, 1, 2 },
        { "main.c", 9, "limiter_new", 30, 14, 61, 4, 3 },
    };
    static struct quality_lines never_executed[] = { { "main.c", 2, 3, false },
                                                     { "main.c", 5, 5, true } };
    struct quality *quality = ARENA_NEW(arena, struct quality);
    *quality = (struct quality){ .lines_executable = 40,
                                 .lines_never_executed = 2,
                                 .tests_executed = 31,
                                 .tests_sanitized = 24,
                                 .never_executed = never_executed,
                                 .never_executed_count = COUNT_OF(never_executed),
                                 .functions = functions,
                                 .function_count = COUNT_OF(functions),
                                 .findings = findings,
                                 .finding_count = COUNT_OF(findings),
                                 .passes = { { "libclang", NULL, 44000 },
                                             { "gcc", NULL, 215000 },
                                             { "cppcheck", "it needed more CPU time than 400 ms",
                                               400000 } },
                                 .pass_count = 3,
                                 .calls_to_check = 4,
                                 .calls_unchecked = 1,
                                 .tokens = 900,
                                 .cpu_us = 659000 };
    return quality;
}

/* --- a counter-example --------------------------------------------------------------------- */

struct counterexample *report_sample_counterexample(struct arena *arena, const char *input,
                                                    const char *answer, struct str output)
{
    struct trial *trial = ARENA_NEW(arena, struct trial);
    struct counterexample *example = ARENA_NEW(arena, struct counterexample);
    *trial = (struct trial){ .input = str_of(input), .answer = str_of(answer) };
    *example = (struct counterexample){ .not_searched = "",
                                        .tried = 17,
                                        .found = trial,
                                        .result = { .verdict = VERDICT_WRONG_ANSWER,
                                                    .cause = "the output is not the right one",
                                                    .output = output } };
    return example;
}

/* --- the six problems ---------------------------------------------------------------------- */

static void disclose_with(struct arena *arena, const struct judgement *judgement,
                          const struct growth *growth, const struct quality *quality,
                          const struct counterexample *counterexample, const char *source,
                          struct report_problem *out)
{
    const struct rubric *rubric = report_sample_rubric(arena);
    struct report_score score;
    struct err err = { 0 };
    const struct rubric_evidence evidence = { judgement, growth, quality };
    rubric_score(rubric, &evidence, arena, &score);
    struct disclose_request request = {
        .judgement = judgement,
        .submission = report_sample_submission(arena, judgement->package->id, source),
        .score = &score,
        .rubric = rubric,
        .growth = growth,
        .quality = quality,
        .counterexample = counterexample,
    };
    if (!report_problem_from_judgement(&request, arena, out, &err)) {
        fprintf(stderr, "%s\n", err.text);
        abort();
    }
}

static void disclose(struct arena *arena, const struct judgement *judgement, const char *source,
                     struct report_problem *out)
{
    disclose_with(arena, judgement, NULL, NULL, NULL, source, out);
}

static void strong(struct arena *arena, struct report_problem *out)
{
    static const struct test_row rows[] = {
        { "sample/1", VERDICT_ACCEPTED, NULL, NULL, 700, 1412 },
        { "sample/2", VERDICT_ACCEPTED, NULL, NULL, 800, 1412 },
        { "secret/1-small/01", VERDICT_ACCEPTED, NULL, NULL, 900, 1416 },
        { "secret/1-small/02", VERDICT_ACCEPTED, NULL, NULL, 900, 1416 },
        { "secret/1-small/03", VERDICT_ACCEPTED, NULL, NULL, 1000, 1416 },
        { "secret/2-edge/capacity-one", VERDICT_ACCEPTED, NULL, NULL, 1100, 1420 },
        { "secret/2-edge/overwrite", VERDICT_ACCEPTED, NULL, NULL, 1100, 1420 },
        { "secret/3-large/adversarial-keys", VERDICT_ACCEPTED, NULL, NULL, 212000, 48200 },
        { "secret/3-large/million", VERDICT_ACCEPTED, NULL, NULL, 341000, 64100 },
    };
    struct judgement *judgement = build(arena, "lrucache", "LRU cache", rows, COUNT_OF(rows));
    judgement->cases[3].white_space_differs = true;
    disclose_with(
        arena, judgement, report_sample_growth(arena, false), NULL, NULL,
        "#include \"lrucache.h\"\n#include <stdlib.h>\n\nstruct lru *lru_new(size_t capacity)\n"
        "{\n    struct lru *cache = calloc(1, sizeof *cache);\n    cache->capacity = capacity;\n"
        "    return cache;\n}\n",
        out);
}

static void slow(struct arena *arena, struct report_problem *out)
{
    static const struct test_row rows[] = {
        { "sample/1", VERDICT_ACCEPTED, NULL, NULL, 700, 1412 },
        { "secret/1-small/01", VERDICT_ACCEPTED, NULL, NULL, 900, 1416 },
        { "secret/1-small/02", VERDICT_ACCEPTED, NULL, NULL, 900, 1416 },
        { "secret/2-edge/all-equal", VERDICT_ACCEPTED, NULL, NULL, 1100, 1420 },
        { "secret/2-edge/descending", VERDICT_ACCEPTED, NULL, NULL, 990000, 1420 },
        { "secret/3-large/random-1", VERDICT_TIME_LIMIT, "still running at the CPU limit",
          "2*10^5 numbers: is each of them compared with all before it?", 1000000, 2200 },
        { "secret/3-large/random-2", VERDICT_NONE, NULL, NULL, 0, 0 },
    };
    struct judgement *judgement =
        build(arena, "longestincreasing", "Longest increasing subsequence", rows, COUNT_OF(rows));
    judgement->borderline = true;
    judgement->cases[4].repeats = 3;
    disclose_with(
        arena, judgement, report_sample_growth(arena, true), NULL, NULL,
        "#include <stdio.h>\n\nint main(void)\n{\n    for (int i = 0; i < n; i++)\n"
        "        for (int j = 0; j < i; j++)\n            if (a[j] < a[i] && best[j] >= best[i])\n"
        "                best[i] = best[j] + 1;\n}\n",
        out);
}

static void wrong(struct arena *arena, struct report_problem *out)
{
    static const struct test_row rows[] = {
        { "sample/1", VERDICT_ACCEPTED, NULL, NULL, 700, 1412 },
        { "sample/2", VERDICT_WRONG_ANSWER, "wrong answer", NULL, 700, 1412 },
        { "secret/1-small/01", VERDICT_ACCEPTED, NULL, NULL, 900, 1416 },
        { "secret/1-small/02", VERDICT_ACCEPTED, NULL, NULL, 900, 1416 },
        { "secret/2-edge/burst", VERDICT_WRONG_ANSWER, "wrong answer",
          "What does a burst look like that straddles a window's edge?", 900, 1416 },
        { "secret/2-edge/clock", VERDICT_NONE, NULL, NULL, 0, 0 },
        { "secret/3-large/clients", VERDICT_RUN_ERROR, "signal 11 (invalid memory reference)", NULL,
          5100, 220000 },
    };
    struct judgement *judgement = build(arena, "ratelimiter", "Rate limiter", rows, COUNT_OF(rows));
    static struct diagnostic warning = { "main.c", 4, 9, "warning",
                                         "unused variable 'window' [-Wunused-variable]" };
    judgement->compile.diagnostics = &warning;
    judgement->compile.diagnostic_count = 1;
    struct test_case *test = &judgement->package->cases[1];
    test->input_path = put_file(arena, "limit 3 per 1000\nalice 0\nalice 1\nalice 2\nalice 999\n"
                                       "alice 1000\nbob 1000\n");
    test->answer_path = put_file(arena, "ok\nok\nok\ndenied\nok\nok\n");
    judgement->cases[1].output = str_of("ok\nok\nok\ndenied\ndenied\nok\n");
    judgement->cases[1].judge_message = "line 5: expected 'ok', got 'denied'";
    judgement->cases[1].difference = (struct difference){ true, 16, 16, 5, 5 };
    struct counterexample *example = report_sample_counterexample(
        arena, "limit 1 per 3\nbob 2\nbob 3\n", "ok\ndenied\n", str_of("ok\nok\n"));
    example->result.difference = (struct difference){ true, 3, 3, 2, 2 };
    disclose_with(
        arena, judgement, NULL, report_sample_quality(arena), example,
        "#include \"ratelimiter.h\"\n\nbool limiter_allow(struct limiter *limiter, long now)\n"
        "{   long window = now / 1000;\n    return limiter->count++ < limiter->limit;\n}\n",
        out);
}

static void broken(struct arena *arena, struct report_problem *out)
{
    static const struct test_row rows[] = {
        { "sample/1", VERDICT_NONE, NULL, NULL, 0, 0 },
        { "secret/1-small/01", VERDICT_NONE, NULL, NULL, 0, 0 },
    };
    static struct diagnostic diagnostics[] = {
        { "main.c", 3, 5, "error",
          "'coun' undeclared (first use in this function); did you mean "
          "'count'?" },
        { "driver.c", 20, 9, "error", "static assertion failed: \"the driver's own text\"" },
        { "", 0, 0, "error", "undefined reference to 'trie_complete'" },
    };
    struct judgement *judgement =
        build(arena, "autocomplete", "Autocomplete", rows, COUNT_OF(rows));
    static struct source_file include[] = { { "autocomplete.h", { "", 0 } },
                                            { "driver.c", { "", 0 } } };
    ((struct package *)judgement->package)->include = (struct source_set){ "include", include, 2 };
    judgement->verdict = VERDICT_COMPILE_ERROR;
    judgement->cause = "3 errors";
    judgement->score = 0;
    judgement->compile = (struct compile_result){ .verdict = VERDICT_COMPILE_ERROR,
                                                  .cause = "3 errors",
                                                  .cpu_us = 90000,
                                                  .diagnostics = diagnostics,
                                                  .diagnostic_count = COUNT_OF(diagnostics) };
    disclose(arena, judgement, "int count;\nint main(void) {\n    coun++;\n}\n", out);
}

#define HOSTILE                                                                                    \
    "\x1b[2J\x07</pre><script>alert('x')</script>&amp;\xff\xfe\xe2\x80\xae"                        \
    "abc\xe2\x81\xa6\r"

static void hostile(struct arena *arena, struct report_problem *out)
{
    static const struct test_row rows[] = {
        { "sample/1", VERDICT_WRONG_ANSWER, "wrong answer", NULL, 700, 1412 },
        { "secret/1-small/01", VERDICT_FORBIDDEN_CALL, "call of 'socket' refused", NULL, 300,
          1416 },
        { "secret/2-edge/01", VERDICT_OUTPUT_LIMIT, "more than 8 MiB of output", NULL, 300, 1416 },
        { "secret/3-large/01", VERDICT_MEMORY_LIMIT, "allocation refused", NULL, 300, 1416 },
    };
    struct judgement *judgement =
        build(arena, "runningmedian", "Running median", rows, COUNT_OF(rows));
    static struct diagnostic warning = { "main.c", 1, 1, "warning", HOSTILE };
    judgement->compile.diagnostics = &warning;
    judgement->compile.diagnostic_count = 1;
    struct test_case *test = &judgement->package->cases[0];
    test->input_path = put_file(arena, "3\n1 2 3\n");
    test->answer_path = put_file(arena, "1\n1\n2\n");
    static const char output[] = "1\n" HOSTILE "\0 and more\n";
    judgement->cases[0].output = (struct str){ output, sizeof output - 1 };
    judgement->cases[0].difference = (struct difference){ true, 2, 2, 2, 2 };
    struct counterexample *example = report_sample_counterexample(
        arena, "1\n7\n", "7\n", (struct str){ output, sizeof output - 1 });
    example->result.verdict = VERDICT_RUN_ERROR;
    example->result.cause = "exit status 3: does main return 0?";
    disclose_with(arena, judgement, NULL, NULL, example,
                  "/* " HOSTILE " */\nint main(void) { return 0; }\n", out);
}

static void assemble(struct arena *arena, struct report *out)
{
    static struct left_out left_out[] = {
        { { "core", 4 }, "larger than 1 MiB" },
        { { "link\nto\x1b[31m\xff", 13 }, "symbolic link" },
        { { "solutions/<b>&\"'", 16 }, "odd name" },
    };
    static struct snapshot snapshot = {
        .origin = "https://***@git.example.org/ada/interview.git",
        .revision = "main",
        .commit = "3f2a9c1d0b7e4458a2f6c0e1d9b8a7f6e5d4c3b2",
        .author = "Ada Lovelace",
        .email = "ada@example.org",
        .subject = "Use a <hash> table & a list \xe2\x80\xae evil",
        .when_s = 1795600800,
        .left_out = left_out,
        .left_out_count = COUNT_OF(left_out),
        .left_out_more = 2,
    };
    static const char *const protection[] = { "seccomp", "landlock",          "namespaces",
                                              "rlimits", "no new privileges", NULL };
    static void (*const makers[])(struct arena *, struct report_problem *) = {
        strong, slow, wrong, broken, hostile,
    };
    struct report_problem problems[COUNT_OF(makers) + 2];
    for (size_t i = 0; i < COUNT_OF(makers); i++)
        makers[i](arena, &problems[i]);
    report_problem_not_graded("buildorder", "Build order", "solutions/buildorder",
                              "the sandbox could not be started: no space left on device", arena,
                              &problems[COUNT_OF(makers)]);
    report_problem_not_submitted("editdistance", "Edit distance", arena,
                                 &problems[COUNT_OF(makers) + 1]);
    for (size_t i = 0; i < COUNT_OF(makers); i++) {
        problems[i].package_hash = arena_printf(arena, "%zu%011x%052d", i, 0xabcdu, 0);
        problems[i].submission_hash = arena_printf(arena, "%zu%011x%052d", i, 0x1234u, 0);
    }
    static struct report_tool tools[] = { { "gcc", "12.2.0" }, { "clang-tidy", "14.0.6" } };
    struct assemble_request request = {
        .grader_version = "0.1.0",
        .tools = tools,
        .tool_count = COUNT_OF(tools),
        .graded_at_s = 1795630620,
        .snapshot = &snapshot,
        .rubric = report_sample_rubric(arena),
        .key = "practice",
        .protection = protection,
        .problems = problems,
        .problem_count = COUNT_OF(problems),
    };
    report_assemble(&request, arena, out);
    report_sample_clean();
}

/* --- a week before ------------------------------------------------------------------------- */

static struct report_problem *problem_of(struct report *report, const char *id)
{
    for (size_t i = 0; i < report->problem_count; i++)
        if (strcmp(report->problems[i].id, id) == 0)
            return &report->problems[i];
    abort();
}

static void was_wrong(struct arena *arena, struct report_problem *problem)
{
    struct report_remark *remark = ARENA_NEW(arena, struct report_remark);
    *remark = (struct report_remark){ REMARK_ACTIONABLE, "lru.c:88",
                                      "Answers wrongly in secret/2-edge: line 88 forgets the tail.",
                                      "", "" };
    problem->remarks = remark;
    problem->remark_count = 1;
    problem->verdict = VERDICT_WRONG_ANSWER;
    problem->points -= 30;
    problem->criteria[0].points -= 15;
    problem->criteria[1].points -= 15;
    problem->passed = false;
    struct report_case *last = &problem->cases[problem->case_count - 1];
    last->verdict = VERDICT_WRONG_ANSWER;
    for (size_t i = 0; i < problem->group_count; i++)
        if (strcmp(problem->groups[i].name, last->group) == 0)
            problem->groups[i].accepted_count--;
}

static void was_right(struct report_problem *problem)
{
    problem->verdict = VERDICT_ACCEPTED;
    problem->points = problem->max_points;
    problem->passed = true;
    problem->remark_count = 0;
    problem->diagnostic_count = 0;
    for (size_t i = 0; i < problem->case_count; i++)
        problem->cases[i].verdict = VERDICT_ACCEPTED;
    for (size_t i = 0; i < problem->group_count; i++)
        problem->groups[i].accepted_count = problem->groups[i].judged_count =
            problem->groups[i].case_count;
}

void report_sample_earlier(struct arena *arena, struct report *out)
{
    assemble(arena, out);
    was_wrong(arena, problem_of(out, "lrucache"));
    was_right(problem_of(out, "ratelimiter"));
    problem_of(out, "longestincreasing")->growth->curves[0].class = GROWTH_N_3;
    problem_of(out, "runningmedian")->status = STATUS_NOT_SUBMITTED;
    struct report_problem *edit = problem_of(out, "editdistance");
    edit->status = STATUS_GRADED;
    edit->verdict = VERDICT_TIME_LIMIT;
    edit->points = 12;
    edit->max_points = 60;
    out->commit = "9d8b1f00c0ffee00a2f6c0e1d9b8a7f6e5d4c3b2";
    out->commit_when_s -= 7 * 86400;
    out->graded_at_s -= 7 * 86400;
    out->points = 132;
    out->grader_version = "0.0.9";
}

void report_sample_make(struct arena *arena, struct report *out)
{
    struct report earlier;
    report_sample_earlier(arena, &earlier);
    assemble(arena, out);
    since_attach(&earlier, arena, out);
}
