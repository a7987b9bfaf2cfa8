/* runner.c - the labelled corpus: what inspection of the code finds, held against what is there. */
#include <assert.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/buf.h"
#include "grader/base/fd.h"
#include "grader/pipeline/inspect.h"
#include "grader/pipeline/workers.h"
#include "grader/run/boxed.h"

/*
 * Theory of operation
 *
 * A file's labels stand in comments at the end of lines:
 *
 *   TRUE: memory       there is a flaw of this dimension in this line, and it is found
 *   ALSO: memory       to say so of this line too is right, but is not asked for
 *   MISSED: memory     there is one, and it is known that it is not found
 *   FALSE: memory      there is none, and it is known that one is reported
 *
 * A file passes when it is as labelled: every TRUE is found, and nothing essential or actionable is
 * said of any other line. MISSED and FALSE keep the figures honest: recall and precision count
 * them. Each file is inspected in a worker, which answers in the counts below, then complaints.
 */

enum { JOBS = 2, PATH_BYTES = 512, SOURCE_BYTES_MAX = 1 << 20 };

struct counts {
    unsigned right, wrong;  /* of what is shown as essential or actionable */
    unsigned found, missed; /* of what is there */
};

struct tally {
    struct counts dimensions[QUALITY_DIMENSION_COUNT];
    uint64_t cpu_us;
};

struct suite {
    struct means means;
    struct boxed_runner boxed;
    char rubric[PATH_BYTES];
    const char **paths;
    size_t count;
};

/* ---- labels ---- */

enum label { LABEL_TRUE, LABEL_ALSO, LABEL_MISSED, LABEL_FALSE, LABEL_COUNT };
static const char *const label_words[LABEL_COUNT] = { "TRUE: ", "ALSO: ", "MISSED: ", "FALSE: " };

struct mark {
    unsigned line;
    enum label label;
    enum quality_dimension dimension;
    bool met;
};

struct marks {
    struct mark *list;
    size_t count, capacity;
    struct arena *arena;
};

static void read_mark(struct marks *marks, struct str line, unsigned number, enum label label)
{
    size_t length = strlen(label_words[label]);
    struct str rest = line;
    for (const char *at;
         rest.length > 0 && (at = memmem(rest.at, rest.length, label_words[label], length));) {
        const char *from = at + length, *end = line.at + line.length;
        const char *close = memmem(from, (size_t)(end - from), " */", 3);
        struct mark mark = { .line = number, .label = label };
        bool known =
            close && quality_dimension_parse(
                         arena_memdup(marks->arena, from, (size_t)(close - from)), &mark.dimension);
        if (!known) {
            fprintf(stderr, "quality: a label of line %u can't be read\n", number);
            exit(2);
        }
        marks->list =
            arena_grow(marks->arena, marks->list, marks->count, &marks->capacity, sizeof mark);
        marks->list[marks->count++] = mark;
        rest = (struct str){ close, (size_t)(end - close) };
    }
}

static void read_marks(struct str text, struct marks *marks)
{
    struct str line;
    for (unsigned number = 1; str_next_line(&text, &line); number++)
        for (unsigned label = 0; label < LABEL_COUNT; label++)
            read_mark(marks, line, number, (enum label)label);
}

static struct mark *find_mark(struct marks *marks, const struct quality_finding *finding)
{
    for (size_t i = 0; i < marks->count; i++)
        if (marks->list[i].line == finding->line && marks->list[i].dimension == finding->dimension)
            return &marks->list[i];
    return NULL;
}

/* ---- one file ---- */

static void check_finding(struct marks *marks, const struct quality_finding *finding,
                          struct tally *tally, struct buf *complaints)
{
    struct counts *counts = &tally->dimensions[finding->dimension];
    struct mark *mark = find_mark(marks, finding);
    bool is_shown = finding->kind != QUALITY_INFORMATIVE;
    bool is_right = mark && mark->label != LABEL_FALSE;
    if (mark)
        mark->met = true;
    counts->right += is_shown && is_right;
    counts->wrong += is_shown && !is_right;
    if (is_shown && !mark)
        buf_printf(complaints, "line %u: there is no such flaw: %s: %s (%s)\n", finding->line,
                   quality_dimension_name(finding->dimension), finding->message, finding->rule);
}

static void check_mark(const struct mark *mark, struct tally *tally, struct buf *complaints)
{
    struct counts *counts = &tally->dimensions[mark->dimension];
    const char *word = quality_dimension_name(mark->dimension);
    bool is_there = mark->label == LABEL_TRUE || mark->label == LABEL_MISSED;
    counts->found += is_there && mark->met;
    counts->missed += is_there && !mark->met;
    if (mark->label == LABEL_TRUE && !mark->met)
        buf_printf(complaints, "line %u: its flaw was not found: %s\n", mark->line, word);
    if (mark->label == LABEL_MISSED && mark->met)
        buf_printf(complaints, "line %u: is found now; make MISSED into TRUE\n", mark->line);
    if (mark->label == LABEL_FALSE && !mark->met)
        buf_printf(complaints, "line %u: is not reported any more; remove FALSE\n", mark->line);
}

static bool work(void *context, size_t unit, const struct worker_voice *voice, struct buf *out,
                 struct err *err)
{
    const struct suite *suite = context;
    SCOPED_ARENA arena = { 0 };
    struct marks marks = { .arena = &arena };
    struct inspected_one inspected;
    struct tally tally = { .cpu_us = 0 };
    struct str text;
    SCOPED_BUF complaints;
    (void)voice;
    buf_init(&complaints, 1 << 16);
    const struct inspect_one_request request = { .rubric_path = suite->rubric,
                                                 .sources = &suite->paths[unit],
                                                 .source_count = 1 };
    if (!file_read(suite->paths[unit], SOURCE_BYTES_MAX, &arena, &text, err) ||
        !inspect_one(&suite->means, &request, &arena, &inspected, err))
        return false;
    read_marks(text, &marks);
    for (size_t i = 0; i < inspected.quality.finding_count; i++)
        check_finding(&marks, &inspected.quality.findings[i], &tally, &complaints);
    for (size_t i = 0; i < marks.count; i++)
        check_mark(&marks.list[i], &tally, &complaints);
    for (size_t i = 0; i < inspected.quality.pass_count; i++)
        if (inspected.quality.passes[i].not_analysed)
            buf_printf(&complaints, "not analysed by %s: %s\n", inspected.quality.passes[i].name,
                       inspected.quality.passes[i].not_analysed);
    tally.cpu_us = inspected.quality.cpu_us;
    buf_put(out, &tally, sizeof tally);
    buf_puts(out, buf_text(&complaints));
    return true;
}

/* ---- all ---- */

struct totals {
    struct tally sum;
    uint64_t worst_us;
    size_t passed, failed;
};

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void add(struct totals *totals, const struct tally *tally)
{
    for (size_t i = 0; i < QUALITY_DIMENSION_COUNT; i++) {
        totals->sum.dimensions[i].right += tally->dimensions[i].right;
        totals->sum.dimensions[i].wrong += tally->dimensions[i].wrong;
        totals->sum.dimensions[i].found += tally->dimensions[i].found;
        totals->sum.dimensions[i].missed += tally->dimensions[i].missed;
    }
    totals->sum.cpu_us += tally->cpu_us;
    if (tally->cpu_us > totals->worst_us)
        totals->worst_us = tally->cpu_us;
}

static void take(struct totals *totals, const char *path, const struct worker_result *result)
{
    struct tally tally;
    const char *complaints = result->err.text;
    if (result->is_done && result->bytes.length >= sizeof tally) {
        memcpy(&tally, result->bytes.at, sizeof tally);
        add(totals, &tally);
        complaints = result->bytes.at + sizeof tally;
    }
    totals->passed += *complaints == '\0';
    totals->failed += *complaints != '\0';
    struct str rest = str_of(complaints), line;
    while (str_next_line(&rest, &line))
        printf("FAIL  %s: %.*s\n", base_name(path), (int)line.length, line.at);
}

static double percent(unsigned part, unsigned rest)
{
    return part + rest > 0 ? 100.0 * part / (part + rest) : 100;
}

static void print_row(const char *name, const struct counts *c)
{
    printf("%-15s %5u %5u %9.0f %%   %5u %6u %7.0f %%\n", name, c->right, c->wrong,
           percent(c->right, c->wrong), c->found, c->missed, percent(c->found, c->missed));
}

/* Returns the precision of all in per cent. */
static double print_table(const struct totals *totals, size_t files)
{
    struct counts all = { 0, 0, 0, 0 };
    printf("%-15s %5s %5s %11s   %5s %6s %9s\n", "dimension", "right", "wrong", "precision",
           "found", "missed", "recall");
    for (size_t i = 0; i < QUALITY_DIMENSION_COUNT; i++) {
        const struct counts *c = &totals->sum.dimensions[i];
        if (c->right + c->wrong + c->found + c->missed == 0)
            continue;
        print_row(quality_dimension_name((enum quality_dimension)i), c);
        all.right += c->right;
        all.wrong += c->wrong;
        all.found += c->found;
        all.missed += c->missed;
    }
    print_row("all", &all);
    printf("CPU seconds a submission: mean %.2f, worst %.2f, of %zu\n",
           files ? (double)totals->sum.cpu_us / 1e6 / (double)files : 0,
           (double)totals->worst_us / 1e6, files);
    return percent(all.right, all.wrong);
}

static bool run_all(struct suite *suite, struct totals *totals, struct err *err)
{
    SCOPED_ARENA arena = { 0 };
    struct worker_result *results = ARENA_ARRAY(&arena, suite->count, struct worker_result);
    const struct workers workers = {
        .count = suite->count, .jobs = JOBS, .context = suite, .work = work
    };
    fflush(NULL);
    if (!workers_run(&workers, &arena, results, err))
        return false;
    for (size_t i = 0; i < suite->count; i++)
        take(totals, suite->paths[i], &results[i]);
    return true;
}

static void find_files(struct suite *suite, glob_t *files, const char *word, struct arena *arena)
{
    if (glob(TREE "/tests/quality/*.c", 0, NULL, files) != 0)
        return;
    suite->paths = ARENA_ARRAY(arena, files->gl_pathc, const char *);
    for (size_t i = 0; i < files->gl_pathc; i++)
        if (strcmp(base_name(files->gl_pathv[i]), "runner.c") != 0 &&
            (!word || strstr(files->gl_pathv[i], word)))
            suite->paths[suite->count++] = files->gl_pathv[i];
}

int main(int argc, char **argv)
{
    static const double precision_least = 90;
    SCOPED_ARENA arena = { 0 };
    struct suite suite = { .count = 0 };
    struct totals totals = { .passed = 0 };
    struct err err = { 0 };
    glob_t files = { .gl_pathc = 0 };
    find_files(&suite, &files, argc > 1 ? argv[1] : NULL, &arena);
    snprintf(suite.rubric, sizeof suite.rubric, "%s", TREE "/rubrics/interview.json");
    if (!boxed_init(&suite.boxed, PROTECTION_MINIMAL, &err)) {
        fprintf(stderr, "quality: %s\n", err.text);
        return 2;
    }
    suite.means = (struct means){ .runner = &suite.boxed.runner, .executable = BIN "/grader" };
    if (!run_all(&suite, &totals, &err)) {
        fprintf(stderr, "quality: %s\n", err.text);
        return 2;
    }
    double precision = print_table(&totals, suite.count);
    if (precision < precision_least) {
        printf("FAIL  precision is below %.0f %%\n", precision_least);
        totals.failed++;
    }
    printf("quality: %zu passed, %zu failed\n", totals.passed, totals.failed);
    globfree(&files);
    return totals.failed > 0 || totals.passed == 0;
}
