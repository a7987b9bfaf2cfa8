/* sanitize.c - public tests run under AddressSanitizer and UndefinedBehaviorSanitizer. */
#include "grader/quality/sanitize.h"

#include <assert.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/base/fd.h"
#include "grader/base/num.h"
#include "grader/quality/harness_object.h"
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

#define HARNESS ".grader-harness.o"
#define DRIVER  ".grader-driver.o"
#define PROGRAM ".grader-sanitized"
#define INPUT   ".grader-input-"
#define FRAMES  ".grader-frames"

/* Attributes that switch a sanitizer off, by whatever macro; what a source says by their very words
 * is gone already (neutral.h), so nothing can undefine these. */
#define NO_ESCAPE                                                                                  \
    "-D'no_sanitize(...)=unused' -D'__no_sanitize__(...)=unused' -Dno_sanitize_address=unused "    \
    "-D__no_sanitize_address__=unused -Dno_sanitize_undefined=unused "                             \
    "-D__no_sanitize_undefined__=unused -Dno_address_safety_analysis=unused "

/*
 * Most of the price is compiling: on 200 lines 0.13 s with -O1, 0.06 s like this; what is left out
 * of the checks ASan sees too. Each basic block calls the harness, which counts.
 */
#define COMPILE                                                                                    \
    NO_ESCAPE                                                                                      \
    "-B/usr/bin -std=gnu17 -O0 -g1 -w -iquote. -fsanitize=address,undefined "                      \
    "-fno-sanitize=null,alignment,object-size,pointer-overflow -fsanitize-coverage=trace-pc"

/*
 * $1: gcc, then the files. gold links in 0.03 s where ld takes 0.13. The runtime can't read its own
 * executable in the box, so the frames of its reports become lines here, all at once.
 */
static const char script[] =
    "gcc=$1 gold=; shift\n"
    "if [ -x /usr/bin/ld.gold ]; then gold=-fuse-ld=gold; fi\n"
    "$gcc " COMPILE " $gold -Wl,--wrap=main -o " PROGRAM " " HARNESS " \"$@\" -lm 2>/dev/null ||\n"
    "    exit 0\n"
    "rm -f -- \"$@\"\n" /* nothing of the problem's for the program to read */
    "echo built\n"
    "./" PROGRAM " " INPUT " " FRAMES " </dev/null 2>/dev/null\n"
    "if [ -s " FRAMES " ]; then echo places; addr2line -a -e " PROGRAM " <" FRAMES "; fi\n"
    "exit 0\n";

static const char driver_script[] =
    "gcc=$1 n=0; shift\n"
    "for f; do\n"
    "    n=$((n + 1))\n"
    "    $gcc " COMPILE " -c -o .grader-d$n.o \"$f\" 2>/dev/null || exit 0\n"
    "done\n"
    "/usr/bin/ld -r -o " DRIVER " .grader-d*.o\n";

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

/* ---- what the script says ---- */

/* The error of ASan that waits for the first frame in an own file. */
struct reading {
    struct raw_list *list;
    struct str places; /* of the frames, by addr2line */
    const struct sanitize_test *tests;
    size_t test_count;
    const char *pending; /* its words; NULL: none */
    size_t run;          /* from 1; 0: none yet, or one that was not asked for */
    size_t begun;
};

static void add(struct reading *r, const char *file, unsigned line, unsigned column,
                const char *message)
{
    struct raw_finding *item = r->run > 0 ? raw_add(r->list) : NULL;
    if (!item)
        return;
    item->tool = "sanitizers";
    item->label = rule_of(message);
    item->file = file;
    item->line = line;
    item->column = column;
    item->message = ""; /* it is the program's word: only its kind and a place are believed */
    item->steps[item->step_count++] =
        (struct quality_step){ file, line,
                               arena_printf(r->list->arena, "seen when the public test %s was run",
                                            r->tests[r->run - 1].name) };
}

/* Hexadecimal digits, 16 at most, without "0x". */
static bool read_hex(struct str text, uint64_t *out)
{
    static const char digits[] = "0123456789abcdef";
    uint64_t value = 0;
    if (text.length == 0 || text.length > 16)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        const char *digit = memchr(digits, text.at[i], sizeof digits - 1);
        if (!digit)
            return false;
        value = value << 4 | (uint64_t)(digit - digits);
    }
    *out = value;
    return true;
}

/* The line of addr2line's behind this address; false when there is none. */
static bool find_place(const struct reading *r, uint64_t address, struct str *out)
{
    struct str rest = r->places, line;
    uint64_t at;
    while (str_next_line(&rest, &line))
        if (take(&line, "0x") && read_hex(line, &at) && at == address)
            return str_next_line(&rest, out);
    return false;
}

/* "main.c:12", perhaps with " (discriminator 1)" behind. */
static void read_frame(struct reading *r, struct str digits)
{
    uint64_t address;
    struct str place, rest;
    const char *file;
    unsigned line, column;
    if (!r->pending || !read_hex(digits, &address) || !find_place(r, address, &place))
        return;
    const char *blank = memmem(place.at, place.length, " (", 2);
    if (blank)
        place.length = (size_t)(blank - place.at);
    const char *whole = arena_printf(r->list->arena, "%.*s:0:", (int)place.length, place.at);
    if (!raw_place(r->list, str_of(whole), &file, &line, &column, &rest))
        return;
    add(r, file, line, 0, r->pending);
    r->pending = NULL;
}

static void read_run(struct reading *r, struct str digits)
{
    uint64_t number;
    r->pending = NULL;
    r->run = num_u64(digits, 1, r->test_count, &number) ? (size_t)number : 0;
    if (r->run > r->begun)
        r->begun = r->run;
}

static void read_line(struct reading *r, struct str line)
{
    static const char asan[] = "ERROR: AddressSanitizer: ";
    const char *file;
    unsigned at_line, column;
    struct str rest;
    const char *kind = memmem(line.at, line.length, asan, strlen(asan));
    if (take(&line, "run ")) {
        read_run(r, line);
    } else if (take(&line, "frame 0x")) {
        read_frame(r, line);
    } else if (kind) {
        size_t skip = (size_t)(kind - line.at) + strlen(asan);
        struct str words_of = { line.at + skip, line.length - skip };
        r->pending = plain_text(r->list->arena, words_of, RAW_TEXT_MAX);
    } else if (raw_place(r->list, line, &file, &at_line, &column, &rest) &&
               take(&rest, " runtime error: ")) {
        add(r, file, at_line, column, plain_text(r->list->arena, rest, RAW_TEXT_MAX));
    }
}

/* What stands behind the line "places". */
static struct str find_places(struct str text)
{
    struct str line;
    while (str_next_line(&text, &line))
        if (str_is(line, "places"))
            return text;
    return (struct str){ "", 0 };
}

bool sanitize_read(struct str text, const struct sanitize_test *tests, size_t test_count,
                   struct raw_list *list, size_t *out_runs)
{
    struct reading r = { .list = list, .tests = tests, .test_count = test_count };
    struct str line;
    *out_runs = 0;
    if (!str_next_line(&text, &line) || !str_is(line, "built"))
        return false;
    r.places = find_places(text);
    while (str_next_line(&text, &line) && !str_is(line, "places"))
        read_line(&r, line);
    *out_runs = r.begun;
    return true;
}

/* ---- the run ---- */

static struct source_file *make_files(const struct sanitize_input *input, struct arena *arena,
                                      size_t *out_count)
{
    size_t count = input->file_count;
    struct source_file *files =
        ARENA_ARRAY(arena, count + input->test_count + 2, struct source_file);
    memcpy(files, input->files, count * sizeof *files);
    files[count++] = (struct source_file){ HARNESS, harness_object() };
    if (input->driver.length > 0)
        files[count++] = (struct source_file){ DRIVER, input->driver };
    for (size_t i = 0; i < input->test_count; i++)
        files[count++] =
            (struct source_file){ arena_printf(arena, INPUT "%zu", i), input->tests[i].input };
    *out_count = count;
    return files;
}

/* "sh -c SCRIPT sh GCC", the files, and one more if it is not NULL. */
static const char **make_argv(const char *what, const char *gcc, const char *const *compiled,
                              size_t compiled_count, const char *more, struct arena *arena)
{
    const char **argv = ARENA_ARRAY(arena, compiled_count + 7, const char *);
    size_t n = 0;
    argv[n++] = "/bin/sh";
    argv[n++] = "-c";
    argv[n++] = what;
    argv[n++] = "sh";
    argv[n++] = gcc;
    for (size_t i = 0; i < compiled_count; i++)
        argv[n++] = compiled[i];
    argv[n++] = more;
    return argv;
}

bool sanitize_run(struct runner *runner, const struct sanitize_input *input, struct raw_list *list,
                  struct quality *out, struct err *err)
{
    assert(input->test_count <= SANITIZE_INPUT_MAX && out->pass_count < QUALITY_PASS_MAX);
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
    const struct run_request request = { .argv = make_argv(
                                             script, gcc, input->compiled, input->compiled_count,
                                             input->driver.length > 0 ? DRIVER : NULL, list->arena),
                                         .input = -1 };
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    if (!runner_once(runner, &program, &request, &outcome, err))
        return err_wrap(err, "inspection of '%s'", input->name);
    row->cpu_us = outcome.cpu_us;
    row->not_analysed = pass_failure(&outcome, limits.cpu_us, list->arena);
    bool is_built =
        sanitize_read(outcome.output, input->tests, input->test_count, list, &out->tests_sanitized);
    if (!row->not_analysed)
        row->not_analysed = is_built ? input->incomplete : "it can't be built with them";
    return true;
}

/* ---- the problem's own files ---- */

struct str sanitize_version(void)
{
    return str_of(driver_script);
}

bool sanitize_driver(struct runner *runner, const struct sanitize_driver_input *input,
                     struct arena *arena, struct str *out, struct err *err)
{
    static const char *const collect[] = { DRIVER, NULL };
    enum { OBJECT_BYTES_MAX = 16 << 20 };
    const char *gcc = pass_find(compilers);
    struct err ignored = { 0 };
    *out = (struct str){ "", 0 };
    if (!gcc || input->compiled_count == 0)
        return true;
    const struct run_program program = { .name = "sanitizers",
                                         .profile = RUN_TOOL,
                                         .limits = limits,
                                         .executable = -1,
                                         .files = input->files,
                                         .file_count = input->file_count };
    const struct run_request request = { .argv = make_argv(driver_script, gcc, input->compiled,
                                                           input->compiled_count, NULL, arena),
                                         .input = -1,
                                         .collect = collect };
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    if (!runner_once(runner, &program, &request, &outcome, err))
        return err_wrap(err, "the driver of '%s'", input->name);
    if (outcome.verdict != VERDICT_ACCEPTED || outcome.collected[0] < 0 ||
        !fd_read_all(outcome.collected[0], OBJECT_BYTES_MAX, arena, out, &ignored))
        *out = (struct str){ "", 0 };
    return true;
}
