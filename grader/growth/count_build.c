/* count_build.c - sources become a program that counts its own work. */
#include "grader/growth/count_build.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/buf.h"
#include "grader/base/fd.h"
#include "grader/base/num.h"
#include "grader/code/libclang.h"
#include "grader/code/worker.h"
#include "grader/growth/escape.h"
#include "grader/growth/objects.h"
#include "grader/growth/scan.h"
#include "grader/growth/weighted.h"
#include "grader/text/plain.h"

enum { PROCESSES = 32, WALL_FACTOR = 3, WALL_EXTRA_US = 30 * 1000 * 1000, COMPLAINT_MAX = 200 };

static const char *const compilers[] = { "/usr/bin/clang", "/usr/bin/clang-14",
                                         "/usr/local/bin/clang" };

/* Names of ours; no source's path may begin with ".grader-" (grader/build/layout.h). */
#define SCRIPT     ".grader-count.sh"
#define COUNTER    ".grader-counter.o"
#define RENAMES    ".grader-renames"
#define DRIVER     ".grader-driver"
#define PROGRAM    ".grader-program"
#define SYMBOLS    ".grader-symbols"
#define DRIVEN     ".grader-driver-symbols"
#define SIZES      ".grader-sizes"
#define GCC_SCRIPT ".grader-gcc.ld"
#define MAPPING    ".grader-mapping"
#define ESCAPES    ".grader-escapes"

/*
 * $1: clang, $2: the starter or "", $3, $4: reader and libclang, or "", then the counted files,
 * DRIVER, the driver's files. Everything is linked from one joined object, so that the names of the
 * library are replaced in it alone. gold links a static program in 50 ms of CPU time where ld
 * takes 84.
 */
static const char script[] =
    "set -eu\n"
    "flags='-std=gnu17 -O1 -w -iquote. -fno-builtin -fprofile-instr-generate -fcoverage-mapping\n"
    "    -gline-tables-only -fdebug-compilation-dir=. -fsanitize-coverage=stack-depth'\n"
    "by_clang() {\n"
    "    echo \"@$((n - 1))\" >>" MAPPING "\n"
    "    if [ -n \"$reader\" ]; then\n"
    "        \"$reader\" " CODE_WORKER_FLAG " $library \"$1\" $flags >>" ESCAPES " || :\n"
    "    fi\n"
    "    $clang $flags -Xclang -dump-coverage-mapping -fno-color-diagnostics -ferror-limit=5 \\\n"
    "        -c -o .grader-o/c$n.o \"$1\" >>" MAPPING "\n"
    "}\n"
    "by_gcc() {\n"
    "    /usr/bin/gcc -std=gnu17 -O1 -w -iquote. -fno-builtin -fprofile-arcs -fdata-sections \\\n"
    "        -finstrument-functions -c -o .grader-o/g.o \"$1\" 2>/dev/null &&\n"
    "    /usr/bin/ld -r -T " GCC_SCRIPT " -o .grader-o/c$n.o .grader-o/g.o\n"
    "}\n"
    "clang=$1 starter=$2 reader=$3 library=$4 n=0 count=\n"
    "shift 4\n"
    "mkdir .grader-o\n"
    "for f; do\n"
    "    if [ \"$f\" = " DRIVER " ]; then count=no; continue; fi\n"
    "    n=$((n + 1))\n"
    "    if [ -z \"$count\" ]; then\n"
    "        by_clang \"$f\" || by_gcc \"$f\"\n"
    "    else\n"
    "        $clang -std=gnu17 -O1 -w -iquote. -c -o .grader-o/d$n.o \"$f\" ||\n"
    "            /usr/bin/gcc -std=gnu17 -O1 -w -iquote. -c -o .grader-o/d$n.o \"$f\"\n"
    "    fi\n"
    "done\n"
    "/usr/bin/ld -r -o .grader-counted.o .grader-o/c*.o\n"
    "/usr/bin/nm --format=posix .grader-counted.o >" SYMBOLS "\n"
    "set -- .grader-o/d*.o\n"
    "if [ -e \"$1\" ]; then /usr/bin/nm -g --defined-only --format=posix \"$@\" >" DRIVEN
    "; else set --; fi\n"
    "/usr/bin/size -A .grader-counted.o >" SIZES "\n"
    "/usr/bin/objcopy --redefine-syms=" RENAMES " .grader-counted.o\n"
    "gold=\n"
    "if [ -x /usr/bin/ld.gold ]; then gold=-fuse-ld=gold; fi\n"
    "/usr/bin/gcc -B/usr/bin $gold -static -o " PROGRAM " " COUNTER
    " .grader-counted.o \"$@\" $starter ${starter:+-Wl,--wrap=main} \\\n"
    "    -Wl,--wrap=_exit,--wrap=_Exit,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=free \\\n"
    "    -Wl,--wrap=reallocarray,--wrap=memalign,--wrap=aligned_alloc,--wrap=posix_memalign \\\n"
    "    -Wl,--wrap=malloc_usable_size -lm\n";

/*
 * What clang refuses (functions within functions) is counted by gcc's -fprofile-arcs: a part of the
 * arcs, from which gcov would calculate the others; the same class. Its counters go into the
 * section where clang's are. Nothing is known of lines, and of the stack at each function's
 * beginning.
 */
static const char gcc_script[] = "SECTIONS { __llvm_prf_cnts : { *(.bss.__gcov0.*) } }\n";

struct building {
    struct runner *runner;
    const struct count_request *request;
    struct arena *arena;
    const struct source_file *files; /* as they are laid */
    size_t file_count;
    const char *library; /* libclang, when the sources must be looked at; NULL: it is not asked */
    struct count_program made;
};

/* ---- before ---- */

const char *count_build_compiler(void)
{
    for (size_t i = 0; i < COUNT_OF(compilers); i++)
        if (access(compilers[i], X_OK) == 0)
            return compilers[i];
    return NULL;
}

static bool find_compiler(const char **out, struct err *err)
{
    const char *found = count_build_compiler();
    if (!found)
        return err_set(err, ERR_FAULT, "cannot find clang: there is no %s (install clang)",
                       compilers[0]);
    *out = found;
    return true;
}

/* 33 characters that no program can guess: "@", 32 hex digits; the last hex digit is spare. */
static bool draw_key(char out[COUNTER_KEY_LENGTH + 1], struct err *err)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[COUNTER_KEY_LENGTH];
    if (getentropy(bytes, sizeof bytes) != 0)
        return err_sys(err, ERR_FAULT, "cannot draw a key");
    for (size_t i = 0; i < sizeof bytes; i++)
        out[i] = digits[bytes[i] % 16];
    out[0] = '@';
    out[COUNTER_KEY_LENGTH] = '\0';
    return true;
}

static struct str keyed_counter(struct arena *arena, const char *key)
{
    struct str object = counter_object();
    char *copy = arena_memdup(arena, object.at, object.length);
    char *hole = memmem(copy, object.length, COUNTER_KEY_HOLE, COUNTER_KEY_LENGTH);
    assert(hole);
    memcpy(hole, key, COUNTER_KEY_LENGTH);
    return (struct str){ copy, object.length };
}

static struct str renames(struct arena *arena)
{
    SCOPED_BUF text;
    buf_init(&text, 64 * 1024);
    for (size_t i = 0; i < weighted_count; i++)
        buf_printf(&text, "%s " WEIGHTED_PREFIX "%s\n", weighted_names[i], weighted_names[i]);
    return (struct str){ arena_memdup(arena, buf_text(&text), text.length), text.length };
}

static void lay(struct building *b)
{
    const struct count_request *request = b->request;
    struct source_file *files = ARENA_ARRAY(b->arena, request->file_count + 4, struct source_file);
    size_t n = 0;
    for (size_t i = 0; i < request->file_count; i++)
        files[n++] = request->files[i];
    files[n++] = (struct source_file){ SCRIPT, { script, sizeof script - 1 } };
    files[n++] = (struct source_file){ GCC_SCRIPT, { gcc_script, sizeof gcc_script - 1 } };
    files[n++] = (struct source_file){ COUNTER, keyed_counter(b->arena, b->made.key) };
    files[n++] = (struct source_file){ RENAMES, renames(b->arena) };
    b->files = files;
    b->file_count = n;
}

static const char *const *make_argv(const struct building *b, const char *compiler)
{
    const struct count_request *request = b->request;
    const char **argv =
        ARENA_ARRAY(b->arena, request->counted_count + request->driver_count + 8, const char *);
    size_t n = 0;
    argv[n++] = "/bin/sh";
    argv[n++] = SCRIPT;
    argv[n++] = compiler;
    argv[n++] = request->starter ? request->starter : "";
    argv[n++] = b->library ? request->reader : "";
    argv[n++] = b->library ? b->library : "";
    for (size_t i = 0; i < request->counted_count; i++)
        argv[n++] = request->counted[i];
    argv[n++] = DRIVER;
    for (size_t i = 0; i < request->driver_count; i++)
        argv[n++] = request->driver[i];
    return argv;
}

/* ---- after ---- */

static struct str collected(const struct run_outcome *outcome, int index, struct arena *arena)
{
    enum { LISTING_MAX = 4 * 1024 * 1024 };
    struct err ignored = { 0 };
    struct str text = { "", 0 };
    if (outcome->collected[index] >= 0 &&
        fd_read_all(outcome->collected[index], LISTING_MAX, arena, &text, &ignored))
        return text;
    return (struct str){ "", 0 };
}

/* The first line that speaks of an error, else the first. */
static const char *complaint(const struct run_outcome *outcome, struct arena *arena)
{
    struct str rest = outcome->errors, line, first = { "", 0 };
    if (outcome->verdict != VERDICT_ACCEPTED && outcome->verdict != VERDICT_RUN_ERROR)
        return arena_printf(arena, "clang did not finish: %s", outcome->cause);
    while (str_next_line(&rest, &line)) {
        if (first.length == 0)
            first = line;
        if (memmem(line.at, line.length, "error", 5)) {
            first = line;
            break;
        }
    }
    return arena_printf(arena, "clang can't build it: %s", plain_text(arena, first, COMPLAINT_MAX));
}

/* Where nobody looked, or not at everything, the words of the source must do. */
static void find_escape(struct building *b, const struct run_outcome *outcome)
{
    const struct count_request *request = b->request;
    const struct escape_request ask = { .answer = collected(outcome, 4, b->arena),
                                        .answers = request->counted_count,
                                        .sources = request->sources,
                                        .laid = b->files,
                                        .laid_count = b->file_count };
    b->made.escape = "";
    if (!scan_may_escape(request->sources))
        return;
    bool is_whole = b->library && escape_read(&ask, b->arena, &b->made.escape);
    if (!is_whole && !*b->made.escape)
        b->made.escape = scan_words(request->sources, b->arena);
}

static void read_objects(struct building *b, const struct run_outcome *outcome)
{
    const struct objects_request ask = { .symbols = collected(outcome, 1, b->arena),
                                         .driver = collected(outcome, 5, b->arena),
                                         .sections = collected(outcome, 2, b->arena),
                                         .counted = b->request->counted,
                                         .counted_count = b->request->counted_count };
    struct objects objects;
    objects_read(&ask, b->arena, &objects);
    b->made.blind_spots = objects.blind_spots;
    b->made.blind_spot_count = objects.blind_spot_count;
    b->made.static_bytes = objects.static_bytes;
    b->made.is_by_gcc = objects.is_by_gcc;
    if (!*b->made.escape)
        b->made.escape = objects.escape;
}

static bool read_outcome(struct building *b, struct run_outcome *outcome, struct err *err)
{
    b->made.cpu_us = outcome->cpu_us;
    find_escape(b, outcome);
    if (outcome->verdict != VERDICT_ACCEPTED) {
        b->made.refused = complaint(outcome, b->arena);
        return true;
    }
    if (outcome->collected[0] < 0)
        return err_set(err, ERR_FAULT, "the script ended well and left no program");
    read_objects(b, outcome);
    b->made.regions = ARENA_NEW(b->arena, struct regions);
    regions_read(collected(outcome, 3, b->arena), b->arena, b->made.regions);
    b->made.counted = b->request->counted;
    b->made.counted_count = b->request->counted_count;
    b->made.executable = fd_steal(&outcome->collected[0]);
    return true;
}

static uint64_t memory_of(const struct building *b)
{
    uint64_t bytes = b->request->memory_bytes;
    return b->library && bytes < LIBCLANG_MEMORY_BYTES ? LIBCLANG_MEMORY_BYTES : bytes;
}

static bool run_script(struct building *b, struct run_outcome *out, struct err *err)
{
    static const char *const collect[] = {
        PROGRAM, SYMBOLS, SIZES, MAPPING, ESCAPES, DRIVEN, NULL
    };
    const struct count_request *request = b->request;
    const char *readable[] = { request->reader, NULL };
    const char *compiler = NULL;
    if (!find_compiler(&compiler, err))
        return false;
    if (request->reader && scan_may_escape(request->sources))
        b->library = libclang_find();
    lay(b);
    const struct run_program program = {
        .name = request->name,
        .profile = RUN_TOOL,
        .limits = { .cpu_us = request->cpu_us,
                    .wall_us = WALL_FACTOR * request->cpu_us + WALL_EXTRA_US,
                    .memory_bytes = memory_of(b),
                    .output_bytes = COUNT_PROGRAM_BYTES_MAX,
                    .processes = PROCESSES },
        .executable = -1,
        .files = b->files,
        .file_count = b->file_count,
        .readable = readable,
    };
    const struct run_request run = { .argv = make_argv(b, compiler),
                                     .input = -1,
                                     .collect = collect };
    return runner_once(b->runner, &program, &run, out, err);
}

bool count_build(struct runner *runner, const struct count_request *request, struct arena *arena,
                 struct count_program *out, struct err *err)
{
    assert(request->counted_count > 0 && request->cpu_us > 0 && request->memory_bytes > 0);
    struct building b = {
        .runner = runner, .request = request, .arena = arena, .made = { .executable = -1 }
    };
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    if (!draw_key(b.made.key, err) || !run_script(&b, &outcome, err) ||
        !read_outcome(&b, &outcome, err))
        return err_wrap(err, "cannot build '%s' for counting", request->name);
    *out = b.made;
    return true;
}

void count_program_release(struct count_program *program)
{
    fd_close(&program->executable);
}

/* ---- the record of a run ---- */

/* The last line; false when it does not begin with the key, or nothing stands before it. */
static bool last_line(struct str text, const char *key, struct str *out)
{
    size_t key_length = strlen(key);
    if (text.length < 2 || text.at[text.length - 1] != '\n')
        return false;
    const char *end = text.at + text.length - 1;
    const char *before = memrchr(text.at, '\n', text.length - 1);
    if (!before)
        return false;
    *out = (struct str){ before + 1, (size_t)(end - before - 1) };
    return out->length > key_length && memcmp(out->at, key, key_length) == 0;
}

/* The number in a column of blanks and digits, from 0. */
static bool column(struct str line, size_t wanted, uint64_t *out)
{
    struct str word;
    for (size_t i = 0; str_next_word(&line, &word); i++)
        if (i == wanted)
            return num_u64(word, 0, UINT64_MAX / 4, out);
    return false;
}

bool count_read(struct str errors, const char *key, struct count_record *out)
{
    enum { LINE_MAX = 200 };
    struct str line;
    struct count_record record;
    if (!last_line(errors, key, &line) || line.length > LINE_MAX || line.at[strlen(key)] != ' ' ||
        !column(line, 1, &record.units) || !column(line, 2, &record.heap_bytes) ||
        !column(line, 3, &record.heap_total_bytes) || !column(line, 4, &record.stack_bytes))
        return false;
    *out = record;
    return true;
}

/* ---- its details ---- */

/* The next number behind a blank. */
static bool next_number(struct str *rest, uint64_t *out)
{
    size_t at = 1;
    if (rest->length < 2 || rest->at[0] != ' ' || rest->at[1] == '|')
        return false;
    while (at < rest->length && rest->at[at] != ' ')
        at++;
    if (!num_u64((struct str){ rest->at + 1, at - 1 }, 0, UINT64_MAX, out))
        return false;
    *rest = (struct str){ rest->at + at, rest->length - at };
    return true;
}

static bool next_part(struct str *rest)
{
    bool is_bar = rest->length >= 2 && memcmp(rest->at, " |", 2) == 0;
    if (is_bar)
        *rest = (struct str){ rest->at + 2, rest->length - 2 };
    return is_bar;
}

static void read_counters(struct str *rest, struct arena *arena, struct count_details *details)
{
    size_t room = 0;
    uint64_t number;
    while (details->counter_count < COUNT_COUNTERS_MAX && next_number(rest, &number)) {
        details->counters =
            arena_grow(arena, details->counters, details->counter_count, &room, sizeof number);
        details->counters[details->counter_count++] = number;
    }
}

static void read_calls(struct str *rest, struct arena *arena, struct count_details *details)
{
    size_t room = 0;
    struct count_call call;
    while (details->call_count < COUNT_CALLS_MAX && next_number(rest, &call.address) &&
           next_number(rest, &call.units)) {
        details->calls = arena_grow(arena, details->calls, details->call_count, &room, sizeof call);
        details->calls[details->call_count++] = call;
    }
}

static void read_functions(struct str *rest, struct arena *arena, struct count_details *details)
{
    size_t room = 0;
    struct region_counters function;
    while (details->function_count < REGION_FUNCTIONS_MAX && next_number(rest, &function.name) &&
           next_number(rest, &function.first) && next_number(rest, &function.count)) {
        details->functions =
            arena_grow(arena, details->functions, details->function_count, &room, sizeof function);
        details->functions[details->function_count++] = function;
    }
}

bool count_read_details(struct str errors, const char *key, struct arena *arena,
                        struct count_details *out)
{
    struct str line;
    struct count_details details = { 0 };
    size_t key_length = strlen(key);
    if (!last_line(errors, key, &line) ||
        !last_line((struct str){ errors.at, (size_t)(line.at - errors.at) }, key, &line) ||
        line.at[key_length] != '=')
        return false;
    struct str rest = { line.at + key_length + 1, line.length - key_length - 1 };
    read_counters(&rest, arena, &details);
    if (!next_part(&rest))
        return false;
    read_calls(&rest, arena, &details);
    if (!next_part(&rest))
        return false;
    read_functions(&rest, arena, &details);
    *out = details;
    return true;
}

/* ---- lines of calls ---- */

/* addr2line's "./main.c:12", perhaps with " (discriminator 1)"; unknown is "??:0". */
static struct count_place read_place(struct str line, struct arena *arena)
{
    enum { PATH_MAX_SHOWN = 400 };
    struct count_place place = { "", 0 };
    const char *colon = memrchr(line.at, ':', line.length);
    while (line.length > 2 && memcmp(line.at, "./", 2) == 0)
        line = (struct str){ line.at + 2, line.length - 2 };
    if (!colon || colon <= line.at || line.at[0] == '?' || colon - line.at > PATH_MAX_SHOWN)
        return place;
    for (const char *at = colon + 1; at < line.at + line.length && *at >= '0' && *at <= '9'; at++)
        if (place.line < UINT32_MAX / 20)
            place.line = place.line * 10 + (unsigned)(*at - '0');
    place.file = arena_memdup(arena, line.at, (size_t)(colon - line.at));
    return place;
}

bool count_locate(struct runner *runner, const struct count_program *program,
                  const uint64_t *addresses, size_t count, struct arena *arena,
                  struct count_place *out, uint64_t *out_cpu_us, struct err *err)
{
    static const struct run_limits limits = { 2000000, 20000000, 512ULL << 20, 1 << 20, 4 };
    struct source_file file = { .path = PROGRAM };
    const char **argv = ARENA_ARRAY(arena, count + 4, const char *);
    for (size_t i = 0; i < count; i++)
        out[i] = (struct count_place){ "", 0 };
    if (lseek(program->executable, 0, SEEK_SET) != 0 ||
        !fd_read_all(program->executable, COUNT_PROGRAM_BYTES_MAX, arena, &file.bytes, err))
        return false;
    argv[0] = "/usr/bin/addr2line";
    argv[1] = "-e";
    argv[2] = PROGRAM;
    for (size_t i = 0; i < count; i++) /* the address before: within the call */
        argv[i + 3] = arena_printf(arena, "0x%llx", (unsigned long long)addresses[i] - 1);
    const struct run_program tool = { .name = "addr2line",
                                      .profile = RUN_TOOL,
                                      .limits = limits,
                                      .executable = -1,
                                      .files = &file,
                                      .file_count = 1 };
    const struct run_request run = { .argv = argv, .input = -1 };
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    if (!runner_once(runner, &tool, &run, &outcome, err))
        return false;
    *out_cpu_us = outcome.cpu_us;
    struct str rest = outcome.output, line;
    for (size_t i = 0; i < count && str_next_line(&rest, &line); i++)
        out[i] = read_place(line, arena);
    return true;
}
