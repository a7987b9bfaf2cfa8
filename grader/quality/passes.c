/* passes.c - the analysers that are run, and how each is asked. */
#include "grader/quality/passes.h"

#include <assert.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/attr.h"
#include "grader/quality/read_clang.h"
#include "grader/quality/read_cppcheck.h"
#include "grader/quality/read_gcc.h"

enum { PROCESSES = 32, WALL_FACTOR = 5, WALL_EXTRA_US = 10 * 1000 * 1000 };
static const uint64_t memory_bytes = (uint64_t)2 << 30, output_bytes = 32 << 20;

/* A tool that printed what the reader could not use says why in words; NULL: all is well. */
typedef const char *pass_reader(const struct run_outcome *outcome, struct raw_list *list);

struct pass {
    const char *name;
    const char *const *programs; /* where it may be, NULL-ended */
    const char *package;         /* what to install */
    const char *const *before;   /* arguments in front of the files, NULL-ended */
    const char *const *after;    /* and behind */
    uint64_t cpu_us;
    pass_reader *read;
    const struct pass *lighter; /* asked instead when this one runs out of time; NULL: none */
};

/* ---- gcc ---- */

static const char *const gcc_programs[] = { "/usr/bin/gcc", "/usr/local/bin/gcc", "/usr/bin/gcc-12",
                                            NULL };

#define GCC_WARNINGS                                                                               \
    "-B/usr/bin", "-O2", "-std=gnu17", "-S", "-iquote.", "-Wall", "-Wextra", "-Wshadow",           \
        "-Wduplicated-cond", "-Wduplicated-branches", "-Wlogical-op", "-Wformat=2",                \
        "-Wstrict-prototypes", "-Wold-style-definition", "-Wmissing-prototypes",                   \
        "-Wno-unknown-pragmas", "-Wno-attributes", "-fmax-errors=20", "-fmax-include-depth=50",    \
        "-fdiagnostics-format=json"

static const char *const gcc_before[] = { GCC_WARNINGS, "-fanalyzer", "-Wno-analyzer-too-complex",
                                          NULL };
static const char *const gcc_light_before[] = { GCC_WARNINGS, NULL };
static const char *const none[] = { NULL };

static const char *read_gcc_run(const struct run_outcome *outcome, struct raw_list *list)
{
    size_t errors;
    bool is_whole = read_gcc(outcome->errors, list, &errors);
    if (errors > 0)
        return "it does not compile";
    if (outcome->verdict != VERDICT_ACCEPTED)
        return "gcc ended badly";
    return is_whole ? NULL : "its answer can't be read";
}

static const struct pass gcc_light = {
    "gcc", gcc_programs, "gcc", gcc_light_before, none, 600 * 1000, read_gcc_run, NULL,
};

/* ---- clang ---- */

static const char *const clang_programs[] = { "/usr/bin/clang",    "/usr/bin/clang-14",
                                              "/usr/bin/clang-15", "/usr/bin/clang-16",
                                              "/usr/bin/clang-17", "/usr/bin/clang-18",
                                              "/usr/bin/clang-19", NULL };

/*
 * Uncapped the analyser took 5.4 s on one of 1,800 files; with 20,000 nodes at most 0.32 s. Its
 * shallow mode follows small functions only: on 340 lines of lists and tables 0.06 s instead of
 * 0.4, and without the wrong paths that the deep one finds through such lists.
 */
static const char *const analyser_before[] = { "--analyze",
                                               "-std=gnu17",
                                               "-iquote.",
                                               "-w",
                                               "-fno-color-diagnostics",
                                               "-Xclang",
                                               "-analyzer-config",
                                               "-Xclang",
                                               "max-nodes=20000",
                                               "-Xclang",
                                               "-analyzer-config",
                                               "-Xclang",
                                               "mode=shallow",
                                               "-Xclang",
                                               "-analyzer-checker=security.FloatLoopCounter",
                                               "--analyzer-output",
                                               "text",
                                               NULL };

static const char *read_analyser(const struct run_outcome *outcome, struct raw_list *list)
{
    size_t errors = read_clang(outcome->errors, "clang", list);
    if (errors > 0)
        return "clang does not compile it";
    return outcome->verdict == VERDICT_ACCEPTED ? NULL : "clang ended badly";
}

static const char *const tidy_programs[] = { "/usr/bin/clang-tidy",    "/usr/bin/clang-tidy-14",
                                             "/usr/bin/clang-tidy-15", "/usr/bin/clang-tidy-16",
                                             "/usr/bin/clang-tidy-17", "/usr/bin/clang-tidy-18",
                                             "/usr/bin/clang-tidy-19", NULL };

/* Those that rules.c speaks of; with --config a file of the submission's does not count. */
static const char *const tidy_before[] = {
    "--quiet", "--config={}", "--header-filter=.*",
    "--checks=-*,"
    "bugprone-assert-side-effect,bugprone-branch-clone,bugprone-infinite-loop,"
    "bugprone-integer-division,bugprone-macro-parentheses,bugprone-macro-repeated-side-effects,"
    "bugprone-misplaced-operator-in-strlen-in-alloc,bugprone-misplaced-pointer-arithmetic-in-alloc,"
    "bugprone-misplaced-widening-cast,bugprone-multiple-statement-macro,"
    "bugprone-redundant-branch-condition,"
    "bugprone-signed-char-misuse,bugprone-sizeof-expression,"
    "bugprone-string-literal-with-embedded-nul,bugprone-suspicious-include,"
    "bugprone-suspicious-memory-comparison,bugprone-suspicious-memset-usage,"
    "bugprone-suspicious-missing-comma,bugprone-suspicious-semicolon,"
    "bugprone-terminating-continue,bugprone-too-small-loop-variable,"
    "cert-err34-c,cert-flp30-c,cert-str34-c,misc-definitions-in-headers,misc-redundant-expression,"
    "readability-misleading-indentation,readability-non-const-parameter,"
    "readability-redundant-control-flow,readability-redundant-declaration,"
    "readability-duplicate-include,"
    "clang-diagnostic-sometimes-uninitialized,clang-diagnostic-string-compare,"
    "clang-diagnostic-for-loop-analysis,clang-diagnostic-unsequenced,"
    "clang-diagnostic-infinite-recursion,clang-diagnostic-missing-variable-declarations",
    NULL
};
static const char *const tidy_after[] = { "--",    "-std=gnu17", "-iquote.",
                                          "-Wall", "-Wextra",    "-Wmissing-variable-declarations",
                                          NULL };

static const char *read_tidy(const struct run_outcome *outcome, struct raw_list *list)
{
    size_t errors = read_clang(outcome->output, "clang-tidy", list);
    if (errors > 0)
        return "clang-tidy does not compile it";
    return outcome->verdict == VERDICT_ACCEPTED ? NULL : "clang-tidy ended badly";
}

/* ---- cppcheck ---- */

static const char *const cppcheck_programs[] = { "/usr/bin/cppcheck", "/usr/local/bin/cppcheck",
                                                 NULL };
static const char *const cppcheck_before[] = { "--quiet",
                                               "--enable=warning,style,performance,portability",
                                               "--std=c11",
                                               "--language=c",
                                               "-D__GNUC__",
                                               "-D__x86_64__",
                                               "--suppress=variableScope",
                                               "--suppress=unusedFunction",
                                               "--suppress=missingInclude",
                                               CPPCHECK_TEMPLATE,
                                               CPPCHECK_STEP,
                                               NULL };

static const char *read_cppcheck_run(const struct run_outcome *outcome, struct raw_list *list)
{
    read_cppcheck(outcome->errors, list);
    return outcome->verdict == VERDICT_ACCEPTED ? NULL : "cppcheck ended badly";
}

/* ---- all ---- */

/* Each tool bounds its own work (the analysers by nodes), the same on each machine. The CPU limits
 * are nets far above that: at least three times what any file of the corpus took on a quiet
 * machine, so that a slow or a busy one finds the same. */
static const struct pass passes[] = {
    { "gcc", gcc_programs, "gcc", gcc_before, none, 1800 * 1000, read_gcc_run, &gcc_light },
    { "clang", clang_programs, "clang", analyser_before, none, 1000 * 1000, read_analyser, NULL },
    { "clang-tidy", tidy_programs, "clang-tidy", tidy_before, tidy_after, 800 * 1000, read_tidy,
      NULL },
    { "cppcheck", cppcheck_programs, "cppcheck", cppcheck_before, none, 800 * 1000,
      read_cppcheck_run, NULL },
};

const char *pass_find(const char *const *paths)
{
    for (; *paths; paths++)
        if (access(*paths, R_OK) == 0)
            return *paths;
    return NULL;
}

const char *pass_program(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(passes); i++)
        if (strcmp(passes[i].name, name) == 0)
            return pass_find(passes[i].programs);
    return NULL;
}

/* Words for a tool that did not end by itself. */
static const char *const limit_causes[VERDICT_COUNT] = {
    [VERDICT_MEMORY_LIMIT] = "it needed too much memory",
    [VERDICT_OUTPUT_LIMIT] = "it had too much to say",
    [VERDICT_FORBIDDEN_CALL] = "it did something forbidden",
};

const char *pass_failure(const struct run_outcome *outcome, uint64_t cpu_us, struct arena *arena)
{
    if (outcome->verdict == VERDICT_TIME_LIMIT)
        return arena_printf(arena, "it needed more CPU time than %llu ms",
                            (unsigned long long)(cpu_us / 1000));
    return limit_causes[outcome->verdict];
}

static size_t count_words(const char *const *words)
{
    size_t count = 0;
    while (words[count])
        count++;
    return count;
}

static const char **make_argv(const struct pass *pass, const char *program,
                              const struct pass_input *input, struct arena *arena)
{
    size_t before = count_words(pass->before), after = count_words(pass->after), n = 0;
    const char **argv =
        ARENA_ARRAY(arena, before + after + input->compiled_count + 2, const char *);
    argv[n++] = program;
    for (size_t i = 0; i < before; i++)
        argv[n++] = pass->before[i];
    for (size_t i = 0; i < input->compiled_count; i++)
        argv[n++] = input->compiled[i];
    for (size_t i = 0; i < after; i++)
        argv[n++] = pass->after[i];
    return argv;
}

/* Runs it, and tells in *row how it went; *out_ran_out: of CPU time. */
static bool run_pass(struct runner *runner, const struct pass *pass, const struct pass_input *input,
                     struct raw_list *list, struct quality_pass *row, bool *out_ran_out,
                     struct err *err)
{
    const char *program = pass_find(pass->programs);
    *out_ran_out = false;
    if (!program) {
        row->not_analysed = arena_printf(list->arena, "%s is not installed", pass->package);
        return true;
    }
    const struct run_program tool = {
        .name = pass->name,
        .profile = RUN_TOOL,
        .limits = { .cpu_us = pass->cpu_us,
                    .wall_us = WALL_FACTOR * pass->cpu_us + WALL_EXTRA_US,
                    .memory_bytes = memory_bytes,
                    .output_bytes = output_bytes,
                    .processes = PROCESSES },
        .executable = -1,
        .files = input->files,
        .file_count = input->file_count,
    };
    const struct run_request request = { .argv = make_argv(pass, program, input, list->arena),
                                         .input = -1 };
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    if (!runner_once(runner, &tool, &request, &outcome, err))
        return err_wrap(err, "inspection of '%s'", input->name);
    row->cpu_us += outcome.cpu_us;
    row->not_analysed = pass_failure(&outcome, pass->cpu_us, list->arena);
    *out_ran_out = outcome.verdict == VERDICT_TIME_LIMIT;
    const char *complaint = pass->read(&outcome, list);
    if (!row->not_analysed)
        row->not_analysed = complaint;
    return true;
}

static bool run_or_lighter(struct runner *runner, const struct pass *pass,
                           const struct pass_input *input, struct raw_list *list,
                           struct quality_pass *row, struct err *err)
{
    bool ran_out;
    if (!run_pass(runner, pass, input, list, row, &ran_out, err))
        return false;
    if (!ran_out || !pass->lighter)
        return true;
    struct quality_pass lighter = *row;
    if (!run_pass(runner, pass->lighter, input, list, &lighter, &ran_out, err))
        return false;
    row->cpu_us = lighter.cpu_us;
    if (lighter.not_analysed)
        row->not_analysed = lighter.not_analysed;
    else
        row->not_analysed =
            arena_printf(list->arena, "the analysis of paths was left out: %s", row->not_analysed);
    return true;
}

bool passes_run(struct runner *runner, const struct pass_input *input, struct raw_list *list,
                struct quality *out, struct err *err)
{
    for (size_t i = 0; i < COUNT_OF(passes); i++) {
        assert(out->pass_count < QUALITY_PASS_MAX);
        struct quality_pass *row = &out->passes[out->pass_count++];
        *row = (struct quality_pass){ .name = passes[i].name };
        if (!run_or_lighter(runner, &passes[i], input, list, row, err))
            return false;
    }
    return true;
}
