/* runner.c - the grader tested by grading: every submission of every bundled problem gets the
 * verdict of its folder, and every input is valid. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/clock.h"
#include "grader/base/fd.h"
#include "grader/base/num.h"
#include "grader/catalog/catalog.h"
#include "grader/judge/judge.h"
#include "grader/pipeline/counter.h"
#include "grader/pipeline/prepare.h"
#include "grader/pipeline/programs.h"
#include "grader/pipeline/verify_work.h"
#include "grader/pipeline/workers.h"
#include "grader/run/boxed.h"
#include "tests/support/catalog_folder.h"

/*
 * Theory of operation
 *
 * A package is prepared once, here: its tests made, its time limit measured, with nothing else
 * running. Then each of its submissions is judged in a worker of its own, two at a time, and a
 * worker's result is the text of what is wrong: nothing, when it passes. The validators of its
 * inputs are one more. What is right and wrong are the rules of `grader verify`; here they meet
 * what `grader judge` does, which leaves out cases and never runs far above the limit.
 *
 *   unit := submission | input validators
 */

enum { JOBS = 2 };

static const char usage[] =
    "usage: problems [--jobs N] [--times] [--problems DIR] [SUBSTRING]…\n"
    "\n"
    "Judges all submissions of the bundled problems and wants the verdicts of their folders, and "
    "a\n"
    "counter-example where only hidden tests fail; runs the input validators on all inputs. With\n"
    "words: only those whose PROBLEM/SUBMISSION has one of them in it. Says what fails, and closes "
    "with 'problems: N passed, M failed'.\n";

struct suite {
    struct means means;
    struct boxed_runner boxed;
    char cache[128];
    const char *problems; /* folder of packages */
    unsigned jobs;
    bool times;
    char **words;
    int word_count;
    size_t passed, failed;
};

/* One package, prepared; what the workers see. */
struct subject {
    const struct suite *suite;
    struct prepared prepared;
    size_t *units; /* index of a submission, or submission_count: the input validators */
    size_t unit_count;
};

static const struct package_submission *submission_of(const struct subject *subject, size_t unit)
{
    const struct package *package = subject->prepared.package;
    size_t index = subject->units[unit];
    return index < package->submission_count ? &package->submissions[index] : NULL;
}

/* ---- submissions ---- */

/* What `grader verify` calls an error; its warnings are for people. */
static void put_errors(const struct part *part, struct buf *out)
{
    for (size_t i = 0; i < part->made.finding_count; i++) {
        const struct verify_finding *finding = &part->made.findings[i];
        if (finding->level == FINDING_ERROR)
            buf_printf(out, "%s: %s\n", finding->place, finding->text);
    }
}

/* A slow independent solution says nothing about the model solution unless it passes somewhere. */
static void check_brute_force(const struct judgement *judgement, struct buf *out)
{
    size_t agreed = 0;
    for (size_t i = 0; i < judgement->case_count; i++)
        agreed += judgement->cases[i].verdict == VERDICT_ACCEPTED &&
                  !judgement->cases[i].test->full_feedback;
    if (agreed == 0)
        buf_puts(out, "confirms the model solution in no hidden test\n");
}

static void check_submission(const struct package_submission *submission,
                             const struct judgement *judgement, struct arena *arena,
                             struct buf *out)
{
    struct part part = { .arena = arena };
    verify_rules(submission, judgement, &part);
    put_errors(&part, out);
    if (strcmp(submission->folder, "brute_force") == 0)
        check_brute_force(judgement, out);
}

/* What no small input shows, and why. */
static const char *const beyond[] = {
    "longestincreasing/brute_force/common_subsequence.c", /* needs a table that does not fit */
    "ratelimiter/run_time_error/table_of_fixed_size.c",   /* needs thousands of clients */
};

static bool is_beyond(const char *id, const char *name)
{
    char whole[512];
    snprintf(whole, sizeof whole, "%s/%s", id, name);
    for (size_t i = 0; i < COUNT_OF(beyond); i++)
        if (strcmp(beyond[i], whole) == 0)
            return true;
    return false;
}

/* A hidden failure is to be seen on some small public input. */
static void check_counterexample(const struct subject *subject, const struct judgement *judgement,
                                 const struct package_submission *submission,
                                 const struct program *program, struct arena *arena,
                                 struct buf *out)
{
    const struct counterexample *example =
        counter_judged(&subject->suite->means, &subject->prepared, judgement, program, arena);
    bool is_expected = !is_beyond(subject->prepared.package->id, submission->sources.name);
    if (example && example->not_searched[0])
        buf_printf(out, "no counter-example: %s\n", example->not_searched);
    else if (example && is_expected && !example->found)
        buf_printf(out, "no counter-example among %zu inputs\n", example->tried);
    else if (example && !is_expected && example->found)
        buf_puts(out, "there is a counter-example, but it is listed as beyond\n");
}

static bool judge(const struct subject *subject, const struct package_submission *submission,
                  struct arena *arena, struct buf *out, struct err *err)
{
    const struct suite *suite = subject->suite;
    const struct prepared *prepared = &subject->prepared;
    struct compile_result compile;
    struct judgement judgement;
    SCOPED_PROGRAM program = PROGRAM_NONE;
    if (!programs_build_submission(&suite->means, prepared->package, submission, arena, &compile,
                                   &program, err))
        return false;
    const struct judge_request request = {
        .package = prepared->package,
        .compile = &compile,
        .program = &program,
        .sources = &submission->sources,
        .tools = &prepared->tools,
        .time_limit_us = prepared->time_limit_us,
        .time_limit_is_measured = prepared->time_limit_is_measured,
        .stop = JUDGE_STOP_IN_GROUP,
    };
    if (!judge_submission(suite->means.runner, &request, arena, &judgement, err))
        return false;
    check_submission(submission, &judgement, arena, out);
    check_counterexample(subject, &judgement, submission, &program, arena, out);
    return true;
}

/* ---- inputs ---- */

static bool validate_all(const struct subject *subject, struct arena *arena, struct buf *out,
                         struct err *err)
{
    const struct verify_bench bench = { .means = &subject->suite->means,
                                        .prepared = subject->prepared };
    struct part part = { .arena = arena };
    if (!verify_inputs(&bench, &part, err))
        return false;
    put_errors(&part, out);
    return true;
}

/* ---- all of it ---- */

static bool work(void *context, size_t unit, const struct worker_voice *voice, struct buf *out,
                 struct err *err)
{
    (void)voice;
    SCOPED_ARENA arena = { 0 };
    const struct subject *subject = context;
    const struct package_submission *submission = submission_of(subject, unit);
    uint64_t start_us = clock_us();
    bool good = submission ? judge(subject, submission, &arena, out, err)
                           : validate_all(subject, &arena, out, err);
    if (good && subject->suite->times)
        fprintf(stderr, "%6.1f s  %s\n", (double)(clock_us() - start_us) / 1e6,
                submission ? submission->sources.name : "input validators");
    return good;
}

static bool is_wanted(const struct suite *suite, const char *id, const char *name)
{
    char whole[512];
    snprintf(whole, sizeof whole, "%s/%s", id, name);
    for (int i = 0; i < suite->word_count; i++)
        if (strstr(whole, suite->words[i]))
            return true;
    return suite->word_count == 0;
}

static void plan(struct subject *subject, struct arena *arena)
{
    const struct package *package = subject->prepared.package;
    size_t most = package->submission_count + 1;
    subject->units = ARENA_ARRAY(arena, most, size_t);
    for (size_t i = 0; i < most; i++) {
        bool is_submission = i < package->submission_count;
        const struct package_submission *submission = &package->submissions[i];
        const char *name = is_submission ? submission->sources.name : "input_validators";
        bool can_judge = !is_submission || strcmp(submission->language, "c") == 0;
        if (!is_wanted(subject->suite, package->id, name))
            continue;
        if (can_judge)
            subject->units[subject->unit_count++] = i;
        else
            printf("skip  %s/%s: it is in %s\n", package->id, name, submission->language);
    }
}

static void tell(struct suite *suite, const char *id, const char *name, const char *text)
{
    if (*text == '\0') {
        suite->passed++;
        return;
    }
    suite->failed++;
    struct str rest = str_of(text), line;
    while (str_next_line(&rest, &line))
        printf("FAIL  %s/%s: %.*s\n", id, name, (int)line.length, line.at);
}

static bool run_units(struct suite *suite, struct subject *subject, struct arena *arena,
                      struct err *err)
{
    const struct package *package = subject->prepared.package;
    struct worker_result *results = ARENA_ARRAY(arena, subject->unit_count, struct worker_result);
    const struct workers workers = {
        .count = subject->unit_count, .jobs = suite->jobs, .context = subject, .work = work
    };
    fflush(NULL);
    if (!workers_run(&workers, arena, results, err))
        return false;
    for (size_t i = 0; i < subject->unit_count; i++) {
        const struct package_submission *submission = submission_of(subject, i);
        tell(suite, package->id, submission ? submission->sources.name : "input_validators",
             results[i].is_done ? results[i].bytes.at : results[i].err.text);
    }
    return true;
}

static bool run_package(struct suite *suite, const char *path, struct err *err)
{
    SCOPED_ARENA arena = { 0 };
    struct package package;
    struct subject subject = { .suite = suite, .prepared = PREPARED_NONE };
    subject.prepared.package = &package;
    if (!catalog_load(path, &arena, &package, err))
        return false;
    plan(&subject, &arena);
    if (subject.unit_count == 0)
        return true;
    bool good = prepare_package(&suite->means, &package, &arena, &subject.prepared, err) &&
                run_units(suite, &subject, &arena, err);
    prepared_release(&subject.prepared);
    return good;
}

static bool run_all(struct suite *suite, struct err *err)
{
    SCOPED_ARENA arena = { 0 };
    const char *const folders[] = { suite->problems, NULL };
    struct catalog_entry *entries;
    size_t count;
    if (!catalog_list(folders, &arena, &entries, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!run_package(suite, entries[i].path, err))
            tell(suite, entries[i].id, "", err->text);
    return true;
}

static bool set_up(struct suite *suite, struct err *err)
{
    const char *base = getenv("TMPDIR");
    if (!boxed_init(&suite->boxed, PROTECTION_MINIMAL, err))
        return false;
    snprintf(suite->cache, sizeof suite->cache, "%.80s/problems-XXXXXX",
             base && *base ? base : "/tmp");
    if (!mkdtemp(suite->cache))
        return err_sys(err, ERR_FAULT, "cannot make '%s'", suite->cache);
    suite->means = (struct means){ .runner = &suite->boxed.runner,
                                   .starter = boxed_starter_object(),
                                   .key = means_practice_key(),
                                   .cache = suite->cache,
                                   .executable = BIN "/grader" };
    return true;
}

/* Options first, then words; false: usage was printed. */
static bool read_words(struct suite *suite, int argc, char **argv)
{
    int i = 1;
    for (; i < argc && argv[i][0] == '-'; i++) {
        uint64_t jobs;
        if (strcmp(argv[i], "--times") == 0) {
            suite->times = true;
        } else if (strcmp(argv[i], "--problems") == 0 && i + 1 < argc) {
            suite->problems = argv[++i];
        } else if (strcmp(argv[i], "--jobs") == 0 && i + 1 < argc &&
                   num_u64(str_of(argv[i + 1]), 1, WORKER_JOBS_MAX, &jobs)) {
            suite->jobs = (unsigned)jobs;
            i++;
        } else {
            fputs(usage, strcmp(argv[i], "--help") == 0 ? stdout : stderr);
            return false;
        }
    }
    suite->words = argv + i;
    suite->word_count = argc - i;
    return true;
}

int main(int argc, char **argv)
{
    struct suite suite = { .problems = TREE "/problems", .jobs = JOBS };
    struct err err = { 0 };
    if (!read_words(&suite, argc, argv))
        return argc > 1 && strcmp(argv[1], "--help") == 0 ? 0 : 2;
    bool ran = set_up(&suite, &err) && run_all(&suite, &err);
    if (!ran)
        tell(&suite, "problems", "", err.text);
    if (suite.cache[0])
        catalog_remove_tree(suite.cache);
    printf("problems: %zu passed, %zu failed\n", suite.passed, suite.failed);
    return suite.failed == 0 && suite.passed > 0 ? 0 : 1;
}
