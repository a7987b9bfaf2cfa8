/* runner.c - the labelled corpus: what inspection of the code finds, held against what is there. */
#include <assert.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/attr.h"
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
 *
 * What lies in held_out/ was labelled before it was first inspected (a folder is one answer of
 * several files): there complaints are printed, but only the precision of all of it can fail, so
 * that the labels need not follow the rules.
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

enum set { SET_TUNED, SET_HELD_OUT, SET_COUNT };
static const char *const set_titles[SET_COUNT] = { "The corpus the rules were tuned on",
                                                   "Held out, labelled before it was inspected" };

struct item {
    const char *path; /* a file, or a folder of files */
    enum set set;
};

struct suite {
    struct means means;
    struct boxed_runner boxed;
    char rubric[PATH_BYTES];
    struct item *items;
    size_t count;
};

/* ---- labels ---- */

enum label { LABEL_TRUE, LABEL_ALSO, LABEL_MISSED, LABEL_FALSE, LABEL_COUNT };
static const char *const label_words[LABEL_COUNT] = { "TRUE: ", "ALSO: ", "MISSED: ", "FALSE: " };

struct mark {
    const char *file; /* without its folder */
    unsigned line;
    enum label label;
    enum quality_dimension dimension;
    bool met;
};

struct marks {
    const char *file; /* being read */
    struct mark *list;
    size_t count, capacity;
    struct arena *arena;
};

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void read_mark(struct marks *marks, struct str line, unsigned number, enum label label)
{
    size_t length = strlen(label_words[label]);
    struct str rest = line;
    for (const char *at;
         rest.length > 0 && (at = memmem(rest.at, rest.length, label_words[label], length));) {
        const char *from = at + length, *end = line.at + line.length;
        const char *close = memmem(from, (size_t)(end - from), " */", 3);
        struct mark mark = { .file = marks->file, .line = number, .label = label };
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

static bool read_marks(const char *path, struct marks *marks, struct err *err)
{
    struct str text, line;
    if (!file_read(path, SOURCE_BYTES_MAX, marks->arena, &text, err))
        return false;
    marks->file = base_name(path);
    for (unsigned number = 1; str_next_line(&text, &line); number++)
        for (unsigned label = 0; label < LABEL_COUNT; label++)
            read_mark(marks, line, number, (enum label)label);
    return true;
}

/* Of a file, or of the files of a folder. */
static bool read_all_marks(const char *path, struct marks *marks, struct err *err)
{
    glob_t files = { .gl_pathc = 0 };
    bool ok = true;
    if (glob(arena_printf(marks->arena, "%s/*.[ch]", path), 0, NULL, &files) != 0)
        return read_marks(path, marks, err);
    for (size_t i = 0; ok && i < files.gl_pathc; i++)
        ok = read_marks(arena_strdup(marks->arena, files.gl_pathv[i]), marks, err);
    globfree(&files);
    return ok;
}

static struct mark *find_mark(struct marks *marks, const struct quality_finding *finding)
{
    for (size_t i = 0; i < marks->count; i++)
        if (marks->list[i].line == finding->line &&
            marks->list[i].dimension == finding->dimension &&
            strcmp(marks->list[i].file, base_name(finding->file)) == 0)
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
        buf_printf(complaints, "%s:%u: there is no such flaw: %s: %s (%s)\n",
                   base_name(finding->file), finding->line,
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
        buf_printf(complaints, "%s:%u: its flaw was not found: %s\n", mark->file, mark->line, word);
    if (mark->label == LABEL_MISSED && mark->met)
        buf_printf(complaints, "%s:%u: is found now; make MISSED into TRUE\n", mark->file,
                   mark->line);
    if (mark->label == LABEL_FALSE && !mark->met)
        buf_printf(complaints, "%s:%u: is not reported any more; remove FALSE\n", mark->file,
                   mark->line);
}

static bool work(void *context, size_t unit, const struct worker_voice *voice, struct buf *out,
                 struct err *err)
{
    const struct suite *suite = context;
    SCOPED_ARENA arena = { 0 };
    struct marks marks = { .arena = &arena };
    struct inspected_one inspected;
    struct tally tally = { .cpu_us = 0 };
    const char *path = suite->items[unit].path;
    SCOPED_BUF complaints;
    (void)voice;
    buf_init(&complaints, 1 << 16);
    const struct inspect_one_request request = { .rubric_path = suite->rubric,
                                                 .sources = &path,
                                                 .source_count = 1 };
    if (!read_all_marks(path, &marks, err) ||
        !inspect_one(&suite->means, &request, &arena, &inspected, err))
        return false;
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
    size_t count, passed, failed;
};

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

static void take(struct totals *totals, const struct item *item, const struct worker_result *result)
{
    struct tally tally;
    const char *complaints = result->err.text;
    if (result->is_done && result->bytes.length >= sizeof tally) {
        memcpy(&tally, result->bytes.at, sizeof tally);
        add(totals, &tally);
        complaints = result->bytes.at + sizeof tally;
    }
    bool has_failed = *complaints != '\0' && (item->set == SET_TUNED || !result->is_done);
    totals->count++;
    totals->passed += !has_failed;
    totals->failed += has_failed;
    struct str rest = str_of(complaints), line;
    while (str_next_line(&rest, &line))
        printf("%s  %s: %.*s\n", has_failed ? "FAIL" : "note", base_name(item->path),
               (int)line.length, line.at);
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
static double print_table(const struct totals *totals)
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
           (double)totals->sum.cpu_us / 1e6 / (double)totals->count, (double)totals->worst_us / 1e6,
           totals->count);
    return percent(all.right, all.wrong);
}

static void print_set(const char *title, struct totals *totals)
{
    static const double precision_least = 90;
    if (totals->count == 0)
        return;
    printf("%s:\n", title);
    if (print_table(totals) < precision_least) {
        printf("FAIL  precision is below %.0f %%\n", precision_least);
        totals->failed++;
    }
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
        take(&totals[suite->items[i].set], &suite->items[i], &results[i]);
    return true;
}

static void find_items(struct suite *suite, const char *pattern, enum set set, const char *word,
                       struct arena *arena)
{
    static const char *const others[] = { "runner.c", "README.md", "held_out" };
    glob_t files = { .gl_pathc = 0 };
    size_t capacity = suite->count;
    if (glob(pattern, 0, NULL, &files) != 0)
        return;
    for (size_t i = 0; i < files.gl_pathc; i++) {
        const char *name = base_name(files.gl_pathv[i]);
        bool is_other = word && !strstr(files.gl_pathv[i], word);
        for (size_t other = 0; other < COUNT_OF(others); other++)
            is_other = is_other || strcmp(name, others[other]) == 0;
        if (is_other)
            continue;
        suite->items =
            arena_grow(arena, suite->items, suite->count, &capacity, sizeof *suite->items);
        suite->items[suite->count++] = (struct item){ arena_strdup(arena, files.gl_pathv[i]), set };
    }
    globfree(&files);
}

int main(int argc, char **argv)
{
    SCOPED_ARENA arena = { 0 };
    struct suite suite = { .count = 0 };
    struct totals totals[SET_COUNT] = { { .passed = 0 } };
    struct err err = { 0 };
    const char *word = argc > 1 ? argv[1] : NULL;
    find_items(&suite, TREE "/tests/quality/*", SET_TUNED, word, &arena);
    find_items(&suite, TREE "/tests/quality/held_out/*", SET_HELD_OUT, word, &arena);
    snprintf(suite.rubric, sizeof suite.rubric, "%s", TREE "/rubrics/interview.json");
    if (!boxed_init(&suite.boxed, PROTECTION_MINIMAL, &err)) {
        fprintf(stderr, "quality: %s\n", err.text);
        return 2;
    }
    suite.means = (struct means){ .runner = &suite.boxed.runner, .executable = BIN "/grader" };
    if (!run_all(&suite, totals, &err)) {
        fprintf(stderr, "quality: %s\n", err.text);
        return 2;
    }
    for (unsigned set = 0; set < SET_COUNT; set++)
        print_set(set_titles[set], &totals[set]);
    size_t passed = totals[SET_TUNED].passed + totals[SET_HELD_OUT].passed;
    size_t failed = totals[SET_TUNED].failed + totals[SET_HELD_OUT].failed;
    printf("quality: %zu passed, %zu failed\n", passed, failed);
    return failed > 0 || passed == 0;
}
