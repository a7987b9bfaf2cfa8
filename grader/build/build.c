/* build.c - sources become an executable or a compile error. */
#include "grader/build/build.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/build/diagnostics.h"
#include "grader/build/layout.h"

enum { PROCESSES = 32, WALL_FACTOR = 3, WALL_EXTRA_US = 30 * 1000 * 1000 };

static const struct {
    const char *name, *standard, *ending;
    const char *compilers[3]; /* no environment says where they are */
    struct source_file empty; /* a program that every compiler takes */
} languages[] = {
    [PROGRAM_C] = { "C",
                    "-std=gnu17",
                    ".c",
                    { "/usr/bin/gcc", "/usr/local/bin/gcc", "/usr/bin/gcc-12" },
                    { "main.c", { "int main(void) { return 0; }\n", 29 } } },
    [PROGRAM_CPP] = { "C++",
                      "-std=gnu++20",
                      ".cpp",
                      { "/usr/bin/g++", "/usr/local/bin/g++", "/usr/bin/g++-12" },
                      { "main.cpp", { "int main(void) { return 0; }\n", 29 } } },
};
static_assert(sizeof "int main(void) { return 0; }\n" == 29 + 1, "length of the program");

static const char *const flags[] = {
    "-B/usr/bin", /* as and ld, whatever PATH is */
    "-O2",
    "-static",
    "-pipe",
    "-Wall",
    "-Wextra",
    "-iquote.", /* headers in the top folder, but never before the system's own */
    /* Plain lines, and an end to them. */
    "-fdiagnostics-plain-output",
    "-fmax-errors=20",
    "-ftrack-macro-expansion=0",
    "-fmax-include-depth=50",
    "-o",
    LAYOUT_PROGRAM,
};
static const char *const starter_flags[] = { "-Wl,--wrap=main", LAYOUT_STARTER };

/* What each mode links in besides. */
static const bool links_starter[BUILD_MODE_COUNT] = { [BUILD_RUN] = true, [BUILD_TOOL] = false };

/* Words for a compiler that did not end by itself. */
static const char *const limit_causes[VERDICT_COUNT] = {
    [VERDICT_TIME_LIMIT] = "the compiler needed more time than the limit allows",
    [VERDICT_MEMORY_LIMIT] = "the compiler needed more memory than the limit allows",
    [VERDICT_OUTPUT_LIMIT] = "the program, or what the compiler said of it, is too large",
    [VERDICT_FORBIDDEN_CALL] = "the compiler was made to do something forbidden",
};

struct building {
    struct runner *runner;
    const struct build_request *request;
    struct arena *arena;
    const char *compiler;
    struct layout layout;
};

struct build_limits build_limits_of(const struct package_limits *limits)
{
    return (struct build_limits){ limits->compilation_time_us, limits->compilation_memory_bytes,
                                  limits->code_bytes };
}

/* ---- before the compiler ---- */

static bool find_compiler(enum program_kind kind, const char *wanted, const char **out,
                          struct err *err)
{
    const char *const *compilers = languages[kind].compilers;
    if (wanted) {
        *out = wanted;
        return access(wanted, X_OK) == 0 ||
               err_sys(err, ERR_FAULT, "cannot use the compiler '%s'", wanted);
    }
    for (size_t i = 0; i < COUNT_OF(languages[kind].compilers); i++) {
        *out = compilers[i];
        if (access(*out, X_OK) == 0)
            return true;
    }
    return err_set(err, ERR_FAULT, "cannot find a %s compiler: there is no %s (install %s)",
                   languages[kind].name, compilers[0], strrchr(compilers[0], '/') + 1);
}

static uint64_t code_bytes(const struct source_set *sources)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < sources->count; i++)
        sum += sources->files[i].bytes.length;
    return sum;
}

static bool has_source(enum program_kind kind, const struct source_set *sources)
{
    for (size_t i = 0; i < sources->count; i++)
        if (layout_is_source(kind, sources->files[i].path))
            return true;
    return false;
}

static size_t name_bytes(const struct layout *layout)
{
    size_t sum = 0;
    for (size_t i = 0; i < layout->compiled_count; i++)
        sum += strlen(layout->compiled[i]) + 1;
    return sum;
}

/* The files are more, or longer of name, than the box takes: the candidate's doing, not its fault.
 */
static const char *layout_refusal(const struct building *b)
{
    const struct layout *layout = &b->layout;
    struct arena *arena = b->arena;
    const char *ending = languages[b->request->kind].ending;
    if (layout->compiled_count > BUILD_SOURCES_MAX)
        return arena_printf(arena, "there are %zu %s files; the limit is %d",
                            layout->compiled_count, ending, BUILD_SOURCES_MAX);
    if (layout->count > BUILD_FILES_MAX)
        return arena_printf(arena, "there are %zu files; the limit is %d", layout->count,
                            BUILD_FILES_MAX);
    for (size_t i = 0; i < layout->count; i++)
        if (strlen(layout->files[i].path) > BUILD_PATH_MAX)
            return arena_printf(arena, "the path '%.40s...' has more than %d bytes",
                                layout->files[i].path, BUILD_PATH_MAX);
    if (name_bytes(layout) > BUILD_NAME_BYTES_MAX)
        return arena_printf(arena, "the names of the %s files have more than %d bytes together",
                            ending, BUILD_NAME_BYTES_MAX);
    return NULL;
}

/* Why it need not even be tried, or NULL. */
static const char *refusal(const struct building *b)
{
    const struct build_request *request = b->request;
    uint64_t size = code_bytes(&request->sources);
    if (!has_source(request->kind, &request->sources))
        return arena_printf(b->arena, "folder '%s' has no %s file", request->sources.name,
                            languages[request->kind].ending);
    if (size > request->limits.code_bytes)
        return arena_printf(b->arena, "the code has %llu bytes; the limit is %llu",
                            (unsigned long long)size,
                            (unsigned long long)request->limits.code_bytes);
    return layout_refusal(b);
}

/* ---- the compiler's run ---- */

static const char *const *make_argv(const struct building *b, bool with_starter)
{
    size_t most = COUNT_OF(flags) + b->layout.compiled_count + COUNT_OF(starter_flags) + 4;
    const char **argv = ARENA_ARRAY(b->arena, most, const char *);
    size_t n = 0;
    argv[n++] = b->compiler;
    argv[n++] = languages[b->request->kind].standard;
    for (size_t i = 0; i < COUNT_OF(flags); i++)
        argv[n++] = flags[i];
    for (size_t i = 0; i < b->layout.compiled_count; i++)
        argv[n++] = b->layout.compiled[i];
    for (size_t i = 0; with_starter && i < COUNT_OF(starter_flags); i++)
        argv[n++] = starter_flags[i];
    argv[n++] = "-lm";
    assert(n < most);
    return argv;
}

static bool run_compiler(const struct building *b, struct run_outcome *out, struct err *err)
{
    static const char *const collect[] = { LAYOUT_PROGRAM, NULL };
    const struct build_limits *limits = &b->request->limits;
    const struct run_program program = {
        .name = b->request->sources.name,
        .profile = RUN_TOOL,
        .limits = { .cpu_us = limits->cpu_us,
                    .wall_us = WALL_FACTOR * limits->cpu_us + WALL_EXTRA_US,
                    .memory_bytes = limits->memory_bytes,
                    .output_bytes = BUILD_PROGRAM_BYTES_MAX,
                    .processes = PROCESSES },
        .executable = -1,
        .files = b->layout.files,
        .file_count = b->layout.count,
    };
    bool with_starter = links_starter[b->request->mode] && b->request->starter.length > 0;
    const struct run_request request = {
        .argv = make_argv(b, with_starter),
        .input = -1,
        .collect = collect,
    };
    return runner_once(b->runner, &program, &request, out, err);
}

/* An empty program with the same compiler and starter: when even that fails, the fault is ours. */
static bool toolchain_works(const struct building *b, struct err *err)
{
    struct build_request request = *b->request;
    struct source_file empty = languages[request.kind].empty;
    request.sources = (struct source_set){ "an empty program", &empty, 1 };
    request.include = NULL;
    struct building trial = *b;
    trial.request = &request;
    if (!layout_make(request.kind, &request.sources, NULL, request.starter, b->arena, &trial.layout,
                     err))
        return false;
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    if (!run_compiler(&trial, &outcome, err))
        return false;
    return outcome.verdict == VERDICT_ACCEPTED ||
           err_set(err, ERR_FAULT, "'%s' can't compile even an empty program", b->compiler);
}

/* ---- after it ---- */

static struct str cut_at_line(struct str log, struct arena *arena)
{
    size_t length = log.length > BUILD_LOG_MAX ? BUILD_LOG_MAX : log.length;
    const char *last = length < log.length ? memrchr(log.at, '\n', length) : NULL;
    if (last)
        length = (size_t)(last - log.at) + 1;
    return (struct str){ arena_memdup(arena, log.at, length), length };
}

static const char *first_error(const struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < diagnostics->count; i++)
        if (str_ends(diagnostics->list[i].kind, "error"))
            return diagnostics->list[i].message;
    return "no reason given";
}

/* Why it is a compile error, in words; false when it may be none. */
static bool explain(const struct building *b, const struct run_outcome *outcome,
                    const struct diagnostics *diagnostics, const char **out_cause, struct err *err)
{
    /* gcc's words; what takes too much memory is told as that before */
    static const char killed[] = "Killed signal terminated program";
    *out_cause = limit_causes[outcome->verdict];
    if (!*out_cause)
        *out_cause = diagnostics_cause(diagnostics, outcome->errors, b->request->include, b->arena);
    if (*out_cause)
        return true;
    if (memmem(outcome->errors.at, outcome->errors.length, killed, strlen(killed)))
        return err_set(err, ERR_FAULT, "the compiler was killed from outside");
    if (!toolchain_works(b, err))
        return false;
    *out_cause =
        arena_printf(b->arena, "the compiler refused the source: %s", first_error(diagnostics));
    return true;
}

static bool read_outcome(const struct building *b, struct run_outcome *outcome,
                         struct compile_result *out_result, int *out_executable, struct err *err)
{
    const struct known_files known = { b->layout.files, b->layout.count };
    struct diagnostics diagnostics;
    diagnostics_read(outcome->errors, known, b->arena, &diagnostics);
    bool ok = outcome->verdict == VERDICT_ACCEPTED;
    const char *cause = "";
    if (!ok && !explain(b, outcome, &diagnostics, &cause, err))
        return false;
    if (ok && outcome->collected[0] < 0)
        return err_set(err, ERR_FAULT, "the compiler ended well and left no program");
    *out_result = (struct compile_result){
        .ok = ok,
        .verdict = ok ? VERDICT_ACCEPTED : VERDICT_COMPILE_ERROR,
        .cause = cause,
        .cpu_us = outcome->cpu_us,
        .wall_us = outcome->wall_us,
        .log = cut_at_line(outcome->errors, b->arena),
        .diagnostics = diagnostics.list,
        .diagnostic_count = diagnostics.count,
    };
    *out_executable = ok ? fd_steal(&outcome->collected[0]) : -1;
    return true;
}

static bool build_it(struct building *b, struct compile_result *out_result, int *out_executable,
                     struct err *err)
{
    const struct build_request *request = b->request;
    struct str starter = links_starter[request->mode] ? request->starter : (struct str){ "", 0 };
    if (!find_compiler(request->kind, request->compiler, &b->compiler, err) ||
        !layout_make(request->kind, &request->sources, request->include, starter, b->arena,
                     &b->layout, err))
        return false;
    const char *cause = refusal(b);
    if (cause) {
        *out_result = (struct compile_result){ .verdict = VERDICT_COMPILE_ERROR,
                                               .cause = cause,
                                               .log = { "", 0 } };
        *out_executable = -1;
        return true;
    }
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    return run_compiler(b, &outcome, err) &&
           read_outcome(b, &outcome, out_result, out_executable, err);
}

bool build_program(struct runner *runner, const struct build_request *request, struct arena *arena,
                   struct compile_result *out_result, int *out_executable, struct err *err)
{
    assert(runner && request && arena && out_result && out_executable && err);
    assert(request->mode < BUILD_MODE_COUNT && request->limits.code_bytes > 0);
    assert(request->kind == PROGRAM_C || request->kind == PROGRAM_CPP);
    struct building b = { .runner = runner, .request = request, .arena = arena };
    if (!build_it(&b, out_result, out_executable, err))
        return err_wrap(err, "cannot build '%s'", request->sources.name);
    return true;
}

/* The compiler as a file: another version of it is another file. */
static void hash_tool(struct hash *hash, const char *path)
{
    struct stat st = { 0 };
    char target[4096];
    const char *real = realpath(path, target);
    if (stat(path, &st) != 0)
        st.st_size = 0;
    hash_field(hash, str_of(real ? real : ""));
    hash_number(hash, (uint64_t)st.st_size);
    hash_number(hash, (uint64_t)st.st_mtim.tv_sec);
}

void build_hash_compilers(struct hash *hash)
{
    assert(hash);
    for (size_t i = 0; i < COUNT_OF(flags); i++)
        hash_field(hash, str_of(flags[i]));
    for (size_t i = 0; i < COUNT_OF(languages); i++) {
        hash_field(hash, str_of(languages[i].standard));
        hash_tool(hash, languages[i].compilers[0]);
    }
}
