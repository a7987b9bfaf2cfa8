/* passes.h - the analysers that are run, and how each is asked. */
#ifndef GRADER_QUALITY_PASSES_H
#define GRADER_QUALITY_PASSES_H

#include "grader/base/err.h"
#include "grader/quality/raw.h"
#include "grader/run/runner.h"

/* What is laid before each tool: nothing in it can silence one (neutral.h). */
struct pass_input {
    const char *name; /* for messages */
    const struct source_file *files;
    size_t file_count;
    const char *const *compiled;
    size_t compiled_count;
};

/*
 * Runs gcc, clang's analyser, clang-tidy and cppcheck, each in its own box, and adds a row to
 * out->passes and what it says to the list. A pass that fails is a row that says why.
 * False: ERR_FAULT, a box can't be made.
 */
bool passes_run(struct runner *runner, const struct pass_input *input, struct raw_list *list,
                struct quality *out, struct err *err) MUST_CHECK;

/* The row of a pass that did not come to its end by itself, or NULL when it did: "it needed more
 * CPU time than 900 ms". In the arena. */
const char *pass_failure(const struct run_outcome *outcome, uint64_t cpu_us, struct arena *arena);

/* The first of these paths that can be executed or read, NULL-ended; NULL when none can. */
const char *pass_find(const char *const *paths);

/* Where the program of a pass is on this machine: "gcc", "clang", "clang-tidy", "cppcheck"; NULL
 * when it is nowhere. */
const char *pass_program(const char *name);

#endif
