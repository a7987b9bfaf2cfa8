/* reader.c - asks the boxed reader of code and believes what it may. */
#include "grader/quality/reader.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/base/num.h"
#include "grader/code/libclang.h"
#include "grader/quality/worker.h"
#include "grader/text/plain.h"

enum { FIELDS_MAX = 9, NAME_MAX_BYTES = 200 };
static const struct run_limits limits = {
    .cpu_us = 600 * 1000,
    .wall_us = 20 * 1000 * 1000,
    .memory_bytes = LIBCLANG_MEMORY_BYTES,
    .output_bytes = 32 << 20,
    .processes = 4,
};

/* ---- lines ---- */

/* A line's fields; the last takes what is left, tabs and all. */
struct fields {
    struct str at[FIELDS_MAX];
    size_t count;
};

static void split(struct str line, size_t most, struct fields *out)
{
    out->count = 0;
    while (out->count + 1 < most) {
        const char *tab = memchr(line.at, '\t', line.length);
        if (!tab)
            break;
        size_t length = (size_t)(tab - line.at);
        out->at[out->count++] = (struct str){ line.at, length };
        line = (struct str){ tab + 1, line.length - length - 1 };
    }
    out->at[out->count++] = line;
}

static bool number(const struct fields *fields, size_t index, uint64_t most, unsigned *out)
{
    uint64_t value;
    if (index >= fields->count || !num_u64(fields->at[index], 0, most, &value))
        return false;
    *out = (unsigned)value;
    return true;
}

static bool own_file(const struct fields *fields, const struct raw_list *list, const char **out)
{
    unsigned index;
    if (!number(fields, 1, INT_MAX, &index) || index >= list->sources->count)
        return false;
    *out = list->sources->files[index].path;
    return true;
}

/* What is being read, with room for functions that grows. */
struct answer {
    struct raw_list *list;
    struct quality *out;
    size_t capacity, failure_capacity;
    const char *trouble;
    bool is_whole;
};

static void read_function(struct answer *a, const struct fields *f)
{
    struct quality_function made = { 0 };
    unsigned *const values[] = { &made.line,  &made.cognitive, &made.cyclomatic,
                                 &made.lines, &made.nesting,   &made.parameters };
    if (f->count != 9 || !own_file(f, a->list, &made.file) ||
        a->out->function_count == READER_FUNCTION_MAX)
        return;
    for (size_t i = 0; i < COUNT_OF(values); i++)
        if (!number(f, i + 2, INT_MAX, values[i]))
            return;
    made.name = plain_text(a->list->arena, f->at[8], NAME_MAX_BYTES);
    a->out->functions = arena_grow(a->list->arena, a->out->functions, a->out->function_count,
                                   &a->capacity, sizeof made);
    a->out->functions[a->out->function_count++] = made;
}

static void read_finding(struct answer *a, const struct fields *f)
{
    const char *file;
    unsigned line, column;
    if (f->count != 7 || !own_file(f, a->list, &file) || !number(f, 2, INT_MAX, &line) ||
        !number(f, 3, INT_MAX, &column))
        return;
    struct raw_finding *item = raw_add(a->list);
    if (!item)
        return;
    a->out->suppressions += str_is(f->at[4], "suppression");
    item->tool = "libclang";
    item->label = plain_text(a->list->arena, f->at[4], NAME_MAX_BYTES);
    item->file = file;
    item->line = line;
    item->column = column;
    item->function = plain_text(a->list->arena, f->at[5], NAME_MAX_BYTES);
    item->message = plain_text(a->list->arena, f->at[6], RAW_TEXT_MAX);
}

static void read_failure(struct answer *a, const struct fields *f)
{
    struct quality_lines made = { .on_failure = true };
    if (f->count != 4 || !own_file(f, a->list, &made.file) || !number(f, 2, INT_MAX, &made.first) ||
        !number(f, 3, INT_MAX, &made.last) || a->out->failure_count == READER_FUNCTION_MAX)
        return;
    a->out->failures = arena_grow(a->list->arena, a->out->failures, a->out->failure_count,
                                  &a->failure_capacity, sizeof made);
    a->out->failures[a->out->failure_count++] = made;
}

static void read_pair(const struct fields *f, size_t *first, size_t *second)
{
    unsigned a, b;
    if (f->count != 3 || !number(f, 1, INT_MAX, &a) || !number(f, 2, INT_MAX, &b))
        return;
    *first = a;
    *second = b;
}

static void read_line(struct answer *a, struct str line)
{
    struct fields f;
    split(line, FIELDS_MAX, &f);
    if (str_is(f.at[0], "function"))
        read_function(a, &f);
    else if (str_is(f.at[0], "calls"))
        read_pair(&f, &a->out->calls_to_check, &a->out->calls_unchecked);
    else if (str_is(f.at[0], "tokens"))
        read_pair(&f, &a->out->tokens, &a->out->tokens_repeated);
    else if (str_is(f.at[0], "failure"))
        read_failure(a, &f);
    else if (str_is(f.at[0], "trouble") && f.count == 2)
        a->trouble = plain_text(a->list->arena, f.at[1], RAW_TEXT_MAX);
    else if (str_is(f.at[0], "end"))
        a->is_whole = true;
    else if (str_is(f.at[0], "finding")) {
        split(line, 7, &f);
        read_finding(a, &f);
    }
}

const char *reader_parse(struct str answer, struct raw_list *list, struct quality *out)
{
    struct answer a = { .list = list, .out = out };
    for (struct str line; str_next_line(&answer, &line);)
        read_line(&a, line);
    if (a.trouble)
        return a.trouble;
    return a.is_whole ? NULL : "the reader of code did not come to its end";
}

/* ---- the run ---- */

static bool ask(struct runner *runner, const char *executable, const char *library,
                const struct pass_input *input, struct raw_list *list, struct quality *out,
                struct quality_pass *row, struct err *err)
{
    const struct source_set *sources = list->sources;
    const char **argv = ARENA_ARRAY(list->arena, sources->count + 4, const char *);
    const char *readable[] = { executable, NULL };
    size_t n = 0;
    argv[n++] = executable;
    argv[n++] = QUALITY_WORKER_FLAG;
    argv[n++] = library;
    for (size_t i = 0; i < sources->count; i++)
        argv[n++] = sources->files[i].path;
    const struct run_program program = { .name = "reader of code",
                                         .profile = RUN_TOOL,
                                         .limits = limits,
                                         .executable = -1,
                                         .files = input->files,
                                         .file_count = input->file_count,
                                         .readable = readable };
    const struct run_request request = { .argv = argv, .input = -1 };
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    if (!runner_once(runner, &program, &request, &outcome, err))
        return err_wrap(err, "inspection of '%s'", input->name);
    const char *trouble = reader_parse(outcome.output, list, out);
    row->cpu_us = outcome.cpu_us;
    row->not_analysed = pass_failure(&outcome, limits.cpu_us, list->arena);
    if (!row->not_analysed)
        row->not_analysed = trouble;
    return true;
}

bool reader_run(struct runner *runner, const char *executable, const struct pass_input *input,
                struct raw_list *list, struct quality *out, struct err *err)
{
    assert(out->pass_count < QUALITY_PASS_MAX);
    struct quality_pass *row = &out->passes[out->pass_count++];
    *row = (struct quality_pass){ .name = "libclang" };
    const char *library = libclang_find();
    if (!library) {
        row->not_analysed = "libclang is not installed";
        return true;
    }
    return ask(runner, executable, library, input, list, out, row, err);
}
