/* interpreted.c - programs that are not compiled by us: Python 3, and scripts. */
#include "grader/build/interpreted.h"

#include <assert.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/build/layout.h"
#include "grader/text/plain.h"

enum {
    PROCESSES = 32,
    WALL_FACTOR = 3,
    WALL_EXTRA_US = 30 * 1000 * 1000,
    FILES_MAX = BUILD_FILES_MAX,
    LAST_LINE_MAX = 300
};

#define TREE LAYOUT_RESERVED "tree.tar"

static const char python[] = "/usr/bin/python3";
static const char shell[] = "/bin/sh";

/* Every file is compiled in memory; the first error ends it, with its last line as Python words it.
 */
static const char check_syntax[] = "import sys\n"
                                   "for name in sys.argv[1:]:\n"
                                   "    with open(name, 'rb') as file:\n"
                                   "        compile(file.read(), name, 'exec')\n";

/* The folder as it is when build is done, but not "." itself, which is not the script's to change.
 * Its files need no modes of their own: all are executable. */
static const char run_build[] =
    "./build || exit\n"
    "[ -f run ] || { echo 'there is no run' >&2; exit 1; }\n"
    "chmod +x run && find . -mindepth 1 -maxdepth 1 ! -name " TREE " -print0 |"
    " tar --null -T - -cf " TREE "\n";
/* $0 is the folder to work in: PROGRAM_FOLDER_WORD of the words. */
static const char run_tree[] = "top=$PWD; tar --no-same-owner -xf " TREE " && rm " TREE
                               " && cd \"$0\" && exec \"$top/run\" \"$@\"";
static const char run_files[] = "top=$PWD; cd \"$0\" && exec \"$top/run\" \"$@\"";

/* ---- building ---- */

struct trial {
    struct runner *runner;
    const struct build_request *request;
    struct arena *arena;
    struct layout layout;
};

static const char *const *argv_of(const struct trial *trial)
{
    bool is_python = trial->request->kind == PROGRAM_PYTHON3;
    const struct layout *layout = &trial->layout;
    const char **argv = ARENA_ARRAY(trial->arena, layout->compiled_count + 4, const char *);
    argv[0] = is_python ? python : shell;
    argv[1] = "-c";
    argv[2] = is_python ? check_syntax : run_build;
    for (size_t i = 0; i < layout->compiled_count; i++)
        argv[3 + i] = layout->compiled[i];
    return argv;
}

/* The last line that was said, which in Python is the error itself. */
static const char *last_line(struct str log, struct arena *arena)
{
    struct str rest = log, line, last = { "", 0 };
    while (str_next_line(&rest, &line))
        if (line.length > 0)
            last = line;
    return plain_text(arena, last, LAST_LINE_MAX);
}

static const char *cause_of(const struct trial *trial, const struct run_outcome *outcome)
{
    const char *what = trial->request->kind == PROGRAM_PYTHON3 ? "python3" : "its build script";
    const char *line = last_line(outcome->errors, trial->arena);
    if (outcome->exit_code < 0)
        return arena_printf(trial->arena, "%s did not end properly: %s", what,
                            *outcome->cause ? outcome->cause : verdict_phrase(outcome->verdict));
    return arena_printf(trial->arena, "%s refused it: %s", what, *line ? line : outcome->cause);
}

static bool run_trial(const struct trial *trial, struct run_outcome *out, struct err *err)
{
    static const char *const collect[] = { TREE, NULL };
    const struct build_limits *limits = &trial->request->limits;
    const struct run_program program = {
        .name = trial->request->sources.name,
        .profile = RUN_TOOL,
        .limits = { .cpu_us = limits->cpu_us,
                    .wall_us = WALL_FACTOR * limits->cpu_us + WALL_EXTRA_US,
                    .memory_bytes = limits->memory_bytes,
                    .output_bytes = BUILD_PROGRAM_BYTES_MAX,
                    .processes = PROCESSES },
        .executable = -1,
        .files = trial->layout.files,
        .file_count = trial->layout.count,
    };
    const struct run_request run = { .argv = argv_of(trial), .input = -1, .collect = collect };
    return runner_once(trial->runner, &program, &run, out, err);
}

static struct str cut_log(struct str log, struct arena *arena)
{
    size_t length = log.length > BUILD_LOG_MAX ? BUILD_LOG_MAX : log.length;
    return (struct str){ arena_memdup(arena, log.at, length), length };
}

static bool read_trial(const struct trial *trial, struct run_outcome *outcome,
                       struct compile_result *out_result, int *out_built, struct err *err)
{
    bool ok = outcome->verdict == VERDICT_ACCEPTED;
    SCOPED_FD built = ok ? fd_steal(&outcome->collected[0]) : -1;
    if (ok && trial->request->kind == PROGRAM_SCRIPT && built < 0)
        return err_set(err, ERR_FAULT, "the folder that its build script left was not kept");
    if (ok && built < 0 && !memory_file("nothing", "", 0, &built, err))
        return false;
    *out_result = (struct compile_result){
        .ok = ok,
        .verdict = ok ? VERDICT_ACCEPTED : VERDICT_COMPILE_ERROR,
        .cause = ok ? "" : cause_of(trial, outcome),
        .cpu_us = outcome->cpu_us,
        .wall_us = outcome->wall_us,
        .log = cut_log(outcome->errors, trial->arena),
    };
    *out_built = fd_steal(&built);
    return true;
}

static bool nothing_to_build(struct compile_result *out_result, int *out_built, struct err *err)
{
    *out_result = (struct compile_result){
        .ok = true, .verdict = VERDICT_ACCEPTED, .cause = "", .log = { "", 0 }
    };
    return memory_file("nothing", "", 0, out_built, err);
}

static uint64_t code_bytes(const struct source_set *sources)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < sources->count; i++)
        sum += sources->files[i].bytes.length;
    return sum;
}

bool interpreted_build(struct runner *runner, const struct build_request *request,
                       struct arena *arena, struct compile_result *out_result, int *out_built,
                       struct err *err)
{
    struct trial trial = { .runner = runner, .request = request, .arena = arena };
    uint64_t size = code_bytes(&request->sources);
    if (request->kind == PROGRAM_SCRIPT && !request->has_build)
        return nothing_to_build(out_result, out_built, err);
    if (size > request->limits.code_bytes) {
        *out_result = (struct compile_result){
            .verdict = VERDICT_COMPILE_ERROR,
            .cause = arena_printf(arena, "the code has %llu bytes; the limit is %llu",
                                  (unsigned long long)size,
                                  (unsigned long long)request->limits.code_bytes),
            .log = { "", 0 },
        };
        *out_built = -1;
        return true;
    }
    if (request->kind == PROGRAM_PYTHON3 && access(python, X_OK) != 0)
        return err_sys(err, ERR_FAULT, "cannot use '%s' (install python3)", python);
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    return layout_make(request->kind, &request->sources, request->include, (struct str){ "", 0 },
                       arena, &trial.layout, err) &&
           run_trial(&trial, &outcome, err) &&
           read_trial(&trial, &outcome, out_result, out_built, err);
}

/* ---- starting ---- */

/* What the request names, else main.py or __main__.py, else the only source file. */
static const char *entry_point(const struct build_request *request, const struct layout *layout)
{
    static const char *const usual[] = { "main.py", "__main__.py" };
    if (request->entry_point)
        return request->entry_point;
    for (size_t k = 0; k < COUNT_OF(usual); k++)
        for (size_t i = 0; i < layout->compiled_count; i++)
            if (strcmp(layout->compiled[i], usual[k]) == 0)
                return usual[k];
    return layout->compiled_count > 0 ? layout->compiled[0] : "main.py";
}

static struct word_list words_of(struct arena *arena, const char *first, const char *second,
                                 const char *third, const char *fourth)
{
    const char *const given[] = { first, second, third, fourth };
    struct word_list list = { ARENA_ARRAY(arena, COUNT_OF(given), const char *), 0 };
    for (size_t i = 0; i < COUNT_OF(given) && given[i]; i++)
        list.words[list.count++] = given[i];
    return list;
}

static bool start_tree(int built, struct arena *arena, struct program *out, struct err *err)
{
    struct source_file *tree = ARENA_NEW(arena, struct source_file);
    tree->path = TREE;
    if (lseek(built, 0, SEEK_SET) != 0)
        return err_sys(err, ERR_FAULT, "cannot read a built folder");
    if (!fd_read_all(built, BUILD_PROGRAM_BYTES_MAX + 1, arena, &tree->bytes, err))
        return false;
    out->words = words_of(arena, shell, "-c", run_tree, ".");
    out->files = tree;
    out->file_count = 1;
    return true;
}

bool interpreted_start(const struct build_request *request, int built, struct arena *arena,
                       struct program *out, struct err *err)
{
    struct program made = PROGRAM_NONE;
    struct layout layout;
    made.is_tool = true;
    if (request->kind == PROGRAM_SCRIPT && request->has_build) {
        if (!start_tree(built, arena, &made, err))
            return false;
        *out = made;
        return true;
    }
    if (!layout_make(request->kind, &request->sources, request->include, (struct str){ "", 0 },
                     arena, &layout, err))
        return false;
    made.files = layout.files;
    made.file_count = layout.count;
    made.words = request->kind == PROGRAM_PYTHON3
                     ? words_of(arena, python, entry_point(request, &layout), NULL, NULL)
                     : words_of(arena, shell, "-c", run_files, ".");
    *out = made;
    return true;
}

void interpreted_hash(struct hash *hash)
{
    hash_field(hash, str_of(check_syntax));
    hash_field(hash, str_of(run_build));
}
