/* sanitize.c - the samples run under AddressSanitizer and UndefinedBehaviorSanitizer. */
#include "grader/quality/sanitize.h"

#include <assert.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/quality/passes.h"
#include "grader/text/plain.h"

enum { PROCESSES = 32 };
static const struct run_limits limits = {
    .cpu_us = 2 * 1000 * 1000,
    .wall_us = 20 * 1000 * 1000,
    .memory_bytes = (uint64_t)1 << 45, /* the shadow; what is used is held by hard_rss_limit_mb */
    .output_bytes = 32 << 20,
    .processes = PROCESSES,
};

static const char *const compilers[] = { "/usr/bin/gcc", "/usr/local/bin/gcc", "/usr/bin/gcc-12",
                                         NULL };

#define OPTIONS ".grader-options.c"
#define PROGRAM ".grader-sanitized"
#define INPUT   ".grader-input-"
#define SAID    ".grader-said"

/* The environment is empty, so the options are compiled in. */
static const char options[] =
    "const char *__asan_default_options(void);\n"
    "const char *__asan_default_options(void)\n"
    "{\n"
    "    return \"detect_leaks=0:allocator_may_return_null=1:hard_rss_limit_mb=512:symbolize=0\";\n"
    "}\n";

/*
 * Most of the price is compiling: on 500 lines 0.49 s with -O1 and all checks, 0.23 s like this;
 * what is left out ASan sees too.
 *
 * $1: gcc, then the files. Of ASan's report the kind of error, and its frames as lines of the
 * source, since the runtime can't read its own executable in the box.
 */
static const char script[] =
    "gcc=$1; shift\n"
    "$gcc -B/usr/bin -std=gnu17 -O0 -g1 -w -iquote. -fsanitize=address,undefined \\\n"
    "    -fno-sanitize=null,alignment,object-size,pointer-overflow -o " PROGRAM " " OPTIONS
    " \"$@\" -lm 2>/dev/null || exit 0\n"
    "rm -f -- \"$@\"\n" /* nothing of the problem's for the program to read */
    "echo built\n"
    "n=0\n"
    "while [ -e " INPUT "$n ]; do\n"
    "    n=$((n + 1))\n"
    "    echo \"run $n\"\n"
    "    ./" PROGRAM " <" INPUT "$((n - 1)) >/dev/null 2>" SAID "\n"
    "    grep -a -m 20 -E 'runtime error: |ERROR: AddressSanitizer: ' " SAID "\n"
    "    grep -a -A 12 -m 1 'ERROR: AddressSanitizer' " SAID " | grep -a -o 'exe+0x[0-9a-f]*' |\n"
    "        cut -c5- | addr2line -e " PROGRAM " | sed 's/ (.*//; s/^/frame /; s/$/:0:/'\n"
    "done\n"
    "exit 0\n";

/* What a sanitizer's words amount to; the first that fits. */
static const struct {
    const char *word, *rule;
} words[] = {
    { "out of bounds", "out-of-bounds" },
    { "insufficient space", "out-of-bounds" },
    { "buffer-overflow", "out-of-bounds" },
    { "buffer-underflow", "out-of-bounds" },
    { "use-after-free", "use-after-free" },
    { "double-free", "double-free" },
    { "attempting free", "bad-free" },
    { "use-after-return", "dangling" },
    { "use-after-scope", "dangling" },
    { "stack-overflow", "infinite-recursion" },
    { "integer overflow", "integer-overflow" },
    { "negation of", "integer-overflow" },
    { "division by zero", "divide-by-zero" },
    { "shift", "bad-shift" },
    { "null pointer", "null-dereference" },
    { "SEGV on unknown address 0x00000000", "null-dereference" },
    { "SEGV", "out-of-bounds" },
    { "", "sanitizer" },
};

static const char *rule_of(const char *message)
{
    size_t i = 0;
    while (!strstr(message, words[i].word))
        i++;
    return words[i].rule;
}

static bool take(struct str *text, const char *word)
{
    size_t length = strlen(word);
    if (text->length < length || memcmp(text->at, word, length) != 0)
        return false;
    *text = (struct str){ text->at + length, text->length - length };
    return true;
}

/* The error of ASan that waits for the first frame in an own file. */
struct reading {
    struct raw_list *list;
    const char *pending; /* its words; NULL: none */
    const char *run;     /* "1" */
};

static void add(struct reading *r, const char *file, unsigned line, unsigned column,
                const char *message)
{
    struct raw_finding *item = raw_add(r->list);
    if (!item)
        return;
    item->tool = "sanitizers";
    item->label = rule_of(message);
    item->file = file;
    item->line = line;
    item->column = column;
    item->message = ""; /* it is the program's word: only its kind and a place are believed */
    item->steps[item->step_count++] = (struct quality_step){
        file, line, arena_printf(r->list->arena, "seen when sample %s was run", r->run)
    };
}

static void read_line(struct reading *r, struct str line)
{
    static const char asan[] = "ERROR: AddressSanitizer: ";
    const char *file;
    unsigned at_line, column;
    struct str rest;
    const char *kind = memmem(line.at, line.length, asan, strlen(asan));
    if (take(&line, "run ")) {
        r->run = plain_text(r->list->arena, line, 8);
        r->pending = NULL;
    } else if (take(&line, "frame ")) {
        if (r->pending && raw_place(r->list, line, &file, &at_line, &column, &rest)) {
            add(r, file, at_line, 0, r->pending);
            r->pending = NULL;
        }
    } else if (kind) {
        size_t skip = (size_t)(kind - line.at) + strlen(asan);
        struct str words_of = { line.at + skip, line.length - skip };
        r->pending = plain_text(r->list->arena, words_of, RAW_TEXT_MAX);
    } else if (raw_place(r->list, line, &file, &at_line, &column, &rest) &&
               take(&rest, " runtime error: ")) {
        add(r, file, at_line, column, plain_text(r->list->arena, rest, RAW_TEXT_MAX));
    }
}

bool sanitize_read(struct str text, struct raw_list *list)
{
    struct reading r = { .list = list, .run = "" };
    struct str line;
    if (!str_next_line(&text, &line) || !str_is(line, "built"))
        return false;
    while (str_next_line(&text, &line))
        read_line(&r, line);
    return true;
}

/* ---- the run ---- */

static struct source_file *make_files(const struct sanitize_input *input, struct arena *arena,
                                      size_t *out_count)
{
    size_t count = input->file_count;
    struct source_file *files =
        ARENA_ARRAY(arena, count + input->input_count + 1, struct source_file);
    memcpy(files, input->files, count * sizeof *files);
    files[count++] = (struct source_file){ OPTIONS, str_of(options) };
    for (size_t i = 0; i < input->input_count; i++)
        files[count++] =
            (struct source_file){ arena_printf(arena, INPUT "%zu", i), input->inputs[i] };
    *out_count = count;
    return files;
}

static const char **make_argv(const struct sanitize_input *input, const char *gcc,
                              struct arena *arena)
{
    const char **argv = ARENA_ARRAY(arena, input->compiled_count + 6, const char *);
    size_t n = 0;
    argv[n++] = "/bin/sh";
    argv[n++] = "-c";
    argv[n++] = script;
    argv[n++] = "sh";
    argv[n++] = gcc;
    for (size_t i = 0; i < input->compiled_count; i++)
        argv[n++] = input->compiled[i];
    return argv;
}

bool sanitize_run(struct runner *runner, const struct sanitize_input *input, struct raw_list *list,
                  struct quality *out, struct err *err)
{
    assert(input->input_count <= SANITIZE_INPUT_MAX && out->pass_count < QUALITY_PASS_MAX);
    struct quality_pass *row = &out->passes[out->pass_count++];
    const char *gcc = pass_find(compilers);
    *row = (struct quality_pass){ .name = "sanitizers",
                                  .not_analysed = gcc ? NULL : "gcc is not installed" };
    if (!gcc)
        return true;
    size_t file_count;
    const struct source_file *files = make_files(input, list->arena, &file_count);
    const struct run_program program = { .name = "sanitizers",
                                         .profile = RUN_TOOL,
                                         .limits = limits,
                                         .executable = -1,
                                         .files = files,
                                         .file_count = file_count };
    const struct run_request request = { .argv = make_argv(input, gcc, list->arena), .input = -1 };
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    if (!runner_once(runner, &program, &request, &outcome, err))
        return err_wrap(err, "inspection of '%s'", input->name);
    row->cpu_us = outcome.cpu_us;
    row->not_analysed = pass_failure(&outcome, limits.cpu_us, list->arena);
    if (!sanitize_read(outcome.output, list) && !row->not_analysed)
        row->not_analysed = "it can't be built with them";
    return true;
}
