/* runner.c - the measurement of growth, measured: a corpus of programs whose cost is known. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>
#include <sys/wait.h>
#include <time.h>

#include "grader/base/clock.h"
#include "grader/base/fd.h"
#include "grader/base/num.h"
#include "grader/catalog/catalog.h"
#include "grader/growth/fit.h"
#include "grader/pipeline/grow.h"
#include "grader/pipeline/prepare.h"
#include "grader/pipeline/workers.h"
#include "grader/run/boxed.h"
#include "tests/growth/runner_check.h"
#include "tests/support/catalog_folder.h"
#include "tests/support/growth_curves.h"

/*
 * Theory of operation
 *
 * A scene is a package: gen.c, scenes/NAME.yaml as its growth.yaml, and perhaps scenes/NAME.c and
 * NAME.h as its driver; it is written into a temporary folder. A program is one file with a header
 * that names its scene and says what must be found. Each program is a worker of its own, and goes
 * the whole way that `grader growth` goes; its result is a tally, and what is wrong as text.
 *
 *   one/      a class of time             two/      two parameters
 *   memory/   classes of heap and stack   hostile/  must be flagged
 */

enum { SOURCE_MAX = 64 * 1024, SCENES_MAX = 64, JOBS = 2 };

static const char *const folders[] = { "one", "two", "memory", "hostile" };

static const char usage[] =
    "usage: growth [--jobs N] [--every N] [--table] [--verbose] [SUBSTRING]…\n"
    "\n"
    "Measures programs whose cost is known and wants the class, the verdicts and the suspicions\n"
    "that their headers name. With words: only those whose FOLDER/NAME has one of them in it.\n"
    "--every N takes every N-th, --table prints the figures, --verbose every curve. Closes with\n"
    "'growth: N passed, M failed'.\n";

struct scene {
    const char *name;
    struct package package;
    struct growing *growing;
};

struct suite {
    struct means means;
    struct boxed_runner boxed;
    struct arena arena;
    struct catalog_folder temporary;
    struct scene scenes[SCENES_MAX];
    size_t scene_count;
    struct specimen *programs;
    size_t count;
    const struct specimen *repeated; /* NULL: not wanted */
    unsigned jobs, every;
    bool table, verbose;
    char **words;
    int word_count;
    struct tally tally;
    size_t passed, failed;
};

/* ---- scenes ---- */

static bool copy(struct suite *suite, const char *from, const char *to, bool is_needed,
                 struct err *err)
{
    struct str text;
    const char *path = arena_printf(&suite->arena, "%s/tests/growth/%s", TREE, from);
    struct err missing = { 0 };
    if (!file_read(path, SOURCE_MAX, &suite->arena, &text, &missing))
        return !is_needed || err_set(err, ERR_INPUT, "%s", missing.text);
    catalog_folder_put(&suite->temporary, to, arena_memdup(&suite->arena, text.at, text.length));
    return true;
}

/* Made in the one temporary folder under a name of its own. */
static bool make_scene(struct suite *suite, const char *name, struct scene *out, struct err *err)
{
    struct arena *arena = &suite->arena;
    snprintf(suite->temporary.package, sizeof suite->temporary.package, "%.90s/%.60s",
             suite->temporary.top, name);
    catalog_folder_put(&suite->temporary, "problem.yaml",
                       "problem_format_version: 2025-09\nname: scene\n"
                       "uuid: 35aac49e-09a0-4fc1-bbc1-63f4662bbc86\n"
                       "limits: { memory: 256 }\n");
    catalog_folder_put(&suite->temporary, "data/secret/1.in", "1\n");
    catalog_folder_put(&suite->temporary, "data/secret/1.ans", "1\n");
    catalog_folder_put(&suite->temporary, "generators/tests.yaml", "# none\n");
    catalog_folder_put(&suite->temporary, "submissions/accepted/none.py", "print(1)\n");
    out->name = name;
    const char *path = arena_strdup(arena, suite->temporary.package);
    return copy(suite, "gen.c", "generators/gen.c", true, err) &&
           copy(suite, arena_printf(arena, "scenes/%s.yaml", name), "growth.yaml", true, err) &&
           copy(suite, arena_printf(arena, "scenes/%s.c", name), "include/c/driver.c", false,
                err) &&
           copy(suite, arena_printf(arena, "scenes/%s.h", name),
                arena_printf(arena, "include/c/%s.h", name), false, err) &&
           catalog_load(path, arena, &out->package, err) &&
           grow_open(&suite->means, &out->package, arena, &out->growing, err);
}

static const struct scene *find_scene(const struct suite *suite, const char *name)
{
    for (size_t i = 0; i < suite->scene_count; i++)
        if (strcmp(suite->scenes[i].name, name) == 0)
            return &suite->scenes[i];
    return NULL;
}

static bool make_scenes(struct suite *suite, struct err *err)
{
    for (size_t i = 0; i < suite->count; i++) {
        const char *name = suite->programs[i].scene;
        if (find_scene(suite, name))
            continue;
        if (suite->scene_count == SCENES_MAX)
            return err_set(err, ERR_FAULT, "more than %d scenes", SCENES_MAX);
        if (!make_scene(suite, name, &suite->scenes[suite->scene_count++], err))
            return err_wrap(err, "scene '%s'", name);
    }
    return true;
}

/* ---- one program, in its worker ---- */

static void put_curve(struct buf *out, const struct growth_curve *curve, const char *what)
{
    if (!curve->has_fit)
        return;
    buf_printf(out, "note: %s %s, separation %.2f, residual %.4f, share %.2f:", what,
               growth_class_name(curve->fit.class), curve->fit.separation, curve->fit.residual,
               curve->fit.share);
    for (size_t i = 0; i < curve->point_count; i++)
        buf_printf(out, " %.0f:%.1f", curve->points[i].n, curve->points[i].cost);
    buf_puts(out, "\n");
}

static bool measure(const struct suite *suite, const struct specimen *program, struct arena *arena,
                    struct growth *out, struct err *err)
{
    const struct scene *scene = find_scene(suite, program->scene);
    struct source_file file = { .path = "main.c" };
    const struct source_set sources = { program->name, &file, 1 };
    struct compile_result compile;
    SCOPED_FD plain = -1;
    if (!file_read(program->path, SOURCE_MAX, arena, &file.bytes, err) ||
        !prepare_build(&suite->means, &scene->package, sources, arena, &compile, &plain, err))
        return false;
    if (!compile.ok)
        return err_set(err, ERR_INPUT, "it does not compile: %s", compile.cause);
    return grow_measure(scene->growing, sources, plain, out, err);
}

static bool work(void *context, size_t unit, const struct worker_voice *voice, struct buf *out,
                 struct err *err)
{
    (void)voice;
    const struct suite *suite = context;
    const struct specimen *program = &suite->programs[unit];
    SCOPED_ARENA arena = { 0 };
    SCOPED_BUF text;
    struct growth growth;
    struct tally tally = { 0 };
    uint64_t start_us = clock_us();
    buf_init(&text, 1 << 20);
    if (!measure(suite, program, &arena, &growth, err))
        return false;
    check_program(program, &growth, &tally, &text);
    tally.wall_us = clock_us() - start_us;
    if (suite->verbose) {
        for (size_t i = 0; i < GROWTH_RESOURCE_COUNT; i++)
            put_curve(&text, &growth.curves[i], growth_resource_name((enum growth_resource)i));
        buf_printf(&text, "note: cpu %.0f ms, stopped '%s', suspicion '%s'\n",
                   (double)growth.cpu_us / 1e3, growth.stopped, growth.suspicion);
    }
    buf_put(out, &tally, sizeof tally);
    buf_put(out, buf_text(&text), text.length);
    return true;
}

/* ---- all of them ---- */

static void take(struct suite *suite, const struct specimen *program,
                 const struct worker_result *result)
{
    struct str text = str_of(result->err.text), line;
    bool failed = !result->is_done || result->bytes.length < sizeof(struct tally);
    if (!failed) {
        struct tally tally;
        memcpy(&tally, result->bytes.at, sizeof tally);
        tally_add(&suite->tally, &tally);
        text = (struct str){ result->bytes.at + sizeof tally, result->bytes.length - sizeof tally };
    }
    while (str_next_line(&text, &line)) {
        bool is_note = line.length > 6 && memcmp(line.at, "note: ", 6) == 0;
        failed |= !is_note;
        printf("%s  %s/%s: %.*s\n", is_note ? "    " : "FAIL", program->folder, program->name,
               (int)line.length, line.at);
    }
    suite->passed += !failed;
    suite->failed += failed;
}

static void put_row(const char *name, const unsigned *right, const struct tally *t)
{
    unsigned all = 0, sum = 0;
    printf("  %-18s", name);
    for (int i = 0; i < TALLY_TERMS; i++) {
        printf("%6.0f %%", t->made[i] ? 100.0 * right[i] / t->made[i] : 0);
        all += t->made[i];
        sum += right[i];
    }
    printf("  %4u of %u\n", sum, all);
}

/* CPU time of one fit with its jackknife, of ten sizes with a lower-order term. */
static double fit_us(void)
{
    enum { FITS = 500, SIZES = 10 };
    struct growth_point points[SIZES];
    struct growth_fit fit;
    clock_t start = clock();
    curve_sizes(GROWTH_N_LOG_N, 64, SIZES, points);
    curve_fill(GROWTH_N_LOG_N, GROWTH_N, 0.5, 100, points, SIZES);
    for (int i = 0; i < FITS; i++)
        if (!fit_curve(points, SIZES, &fit))
            return 0;
    return (double)(clock() - start) / CLOCKS_PER_SEC * 1e6 / FITS;
}

static void put_table(const struct tally *t)
{
    printf("classes: %u of %u exact; with separation 4 and more %u of %u\n", t->exact, t->curves,
           t->certain_exact, t->certain);
    printf("verdicts: %u, false accepts %u, false rejects %u\n", t->verdicts, t->false_accepts,
           t->false_rejects);
    printf("flagged: %u of %u hostile, %u of %u honest\n", t->hostile_flagged, t->hostile,
           t->honest_flagged, t->honest);
    printf("right with a lower-order term of  0, 0.1, 0.3, 1, 3 times the main one\n");
    put_row("this fit", t->ours, t);
    put_row("google/benchmark", t->google, t);
    put_row("big_O", t->big_o, t);
    printf("CPU of an honest submission: mean %.3f s, worst %.3f s\n",
           (double)t->cpu_us / 1e6 / (t->measured ? t->measured : 1),
           (double)t->worst_cpu_us / 1e6);
    printf("a fit with its jackknife: %.0f us\n", fit_us());
}

/* What holds for all together; a handful of programs proves none of it. */
static void check_whole(struct suite *suite)
{
    const struct tally *t = &suite->tally;
    unsigned made = 0, ours = 0;
    for (int i = 0; i < TALLY_TERMS; i++) {
        made += t->made[i];
        ours += t->ours[i];
    }
    bool exact = 100 * t->exact >= 98 * t->curves, terms = 100 * ours >= 97 * made;
    if (!exact)
        printf("FAIL  %u of %u classes are exact: below 98 %%\n", t->exact, t->curves);
    if (!terms)
        printf("FAIL  %u of %u are right with a lower-order term: below 97 %%\n", ours, made);
    suite->passed += exact + terms;
    suite->failed += !exact + !terms;
}

/* ---- the same again ---- */

enum { REPEATS = 10, BUSY = 4 };
static const char repeated[] = "one/count_words_hashed";

static void be_busy(pid_t children[BUSY])
{
    for (int i = 0; i < BUSY; i++) {
        children[i] = fork();
        for (volatile unsigned long turns = 0; children[i] == 0; turns++)
            ;
    }
}

static void stop(const pid_t children[BUSY])
{
    for (int i = 0; i < BUSY; i++)
        if (children[i] > 0) {
            kill(children[i], SIGKILL);
            waitpid(children[i], NULL, 0);
        }
}

/* Every third one without randomised addresses, every third one beside four busy loops; the result
 * is the curves and the lines as bytes. */
static bool repeat(void *context, size_t unit, const struct worker_voice *voice, struct buf *out,
                   struct err *err)
{
    (void)voice;
    const struct suite *suite = context;
    SCOPED_ARENA arena = { 0 };
    struct growth growth;
    pid_t children[BUSY] = { 0 };
    if (unit % 3 == 1)
        personality(ADDR_NO_RANDOMIZE);
    if (unit % 3 == 2)
        be_busy(children);
    bool good = measure(suite, suite->repeated, &arena, &growth, err);
    stop(children);
    for (size_t i = 0; good && i < GROWTH_RESOURCE_COUNT; i++) {
        const struct growth_curve *curve = &growth.curves[i];
        for (size_t k = 0; k < curve->point_count; k++)
            buf_printf(out, "%a %a\n", curve->points[k].n, curve->points[k].cost);
    }
    for (size_t i = 0; good && i < growth.line_count; i++)
        buf_printf(out, "%u %d %a\n", growth.lines[i].line, (int)growth.lines[i].class,
                   growth.lines[i].share);
    return good;
}

static bool check_repeats(struct suite *suite, struct err *err)
{
    struct worker_result results[REPEATS];
    const struct workers workers = {
        .count = REPEATS, .jobs = suite->jobs, .context = suite, .work = repeat
    };
    unsigned same = 0;
    fflush(NULL);
    if (!suite->repeated)
        return true;
    if (!workers_run(&workers, &suite->arena, results, err))
        return false;
    for (size_t i = 0; i < REPEATS; i++)
        same += results[i].is_done && results[i].bytes.length > 0 &&
                str_equal(results[i].bytes, results[0].bytes);
    if (suite->table || same != REPEATS)
        printf("%s: %u of %d repeats of %s are the same, bit for bit\n",
               same == REPEATS ? "    " : "FAIL", same, REPEATS, repeated);
    suite->passed += same == REPEATS;
    suite->failed += same != REPEATS;
    return true;
}

static bool run(struct suite *suite, struct err *err)
{
    struct worker_result *results = ARENA_ARRAY(&suite->arena, suite->count, struct worker_result);
    const struct workers workers = {
        .count = suite->count, .jobs = suite->jobs, .context = suite, .work = work
    };
    fflush(NULL);
    if (!workers_run(&workers, &suite->arena, results, err))
        return false;
    for (size_t i = 0; i < suite->count; i++)
        take(suite, &suite->programs[i], &results[i]);
    if (suite->table)
        put_table(&suite->tally);
    if (suite->word_count == 0)
        check_whole(suite);
    return check_repeats(suite, err);
}

/* ---- which ones ---- */

static bool is_wanted(const struct suite *suite, const struct specimen *program)
{
    char whole[256];
    snprintf(whole, sizeof whole, "%s/%s", program->folder, program->name);
    for (int i = 0; i < suite->word_count; i++)
        if (strstr(whole, suite->words[i]))
            return true;
    return suite->word_count == 0;
}

static bool is_repeated(const struct specimen *program)
{
    return strcmp(program->folder, "one") == 0 &&
           strcmp(program->name, strchr(repeated, '/') + 1) == 0;
}

static bool choose(struct suite *suite, struct err *err)
{
    size_t capacity = 0, seen = 0;
    for (size_t f = 0; f < sizeof folders / sizeof folders[0]; f++) {
        struct specimen *programs;
        size_t count;
        if (!specimens_read(folders[f], &suite->arena, &programs, &count, err))
            return false;
        for (size_t i = 0; i < count; i++) {
            if (suite->word_count == 0 && is_repeated(&programs[i]))
                suite->repeated = &programs[i];
            else if (!is_wanted(suite, &programs[i]) || seen++ % suite->every != 0)
                continue;
            suite->programs = arena_grow(&suite->arena, suite->programs, suite->count, &capacity,
                                         sizeof *programs);
            suite->programs[suite->count++] = programs[i];
        }
    }
    return true;
}

static bool set_up(struct suite *suite, struct err *err)
{
    if (!boxed_init(&suite->boxed, PROTECTION_MINIMAL, err))
        return false;
    catalog_folder_make_empty(&suite->temporary);
    suite->means = (struct means){ .runner = &suite->boxed.runner,
                                   .starter = boxed_starter_object(),
                                   .key = means_practice_key(),
                                   .executable = BIN "/grader" };
    return choose(suite, err) && make_scenes(suite, err);
}

static bool read_number(int argc, char **argv, int *i, const char *name, unsigned *out)
{
    uint64_t number;
    if (strcmp(argv[*i], name) != 0 || *i + 1 >= argc ||
        !num_u64(str_of(argv[*i + 1]), 1, WORKER_JOBS_MAX, &number))
        return false;
    *out = (unsigned)number;
    ++*i;
    return true;
}

/* Options first, then words; false: usage was printed. */
static bool read_words(struct suite *suite, int argc, char **argv)
{
    int i = 1;
    for (; i < argc && argv[i][0] == '-'; i++) {
        if (strcmp(argv[i], "--table") == 0) {
            suite->table = true;
        } else if (strcmp(argv[i], "--verbose") == 0) {
            suite->verbose = true;
        } else if (!read_number(argc, argv, &i, "--jobs", &suite->jobs) &&
                   !read_number(argc, argv, &i, "--every", &suite->every)) {
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
    static struct suite suite = { .jobs = JOBS, .every = 1 };
    struct err err = { 0 };
    if (!read_words(&suite, argc, argv))
        return argc > 1 && strcmp(argv[1], "--help") == 0 ? 0 : 2;
    if (!set_up(&suite, &err) || !run(&suite, &err)) {
        printf("FAIL  %s\n", err.text);
        suite.failed++;
    }
    for (size_t i = 0; i < suite.scene_count; i++)
        grow_close(suite.scenes[i].growing);
    catalog_remove_tree(suite.temporary.top);
    printf("growth: %zu passed, %zu failed\n", suite.passed, suite.failed);
    return suite.failed == 0 && suite.passed > 0 ? 0 : 1;
}
