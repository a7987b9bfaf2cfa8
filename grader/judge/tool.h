/* tool.h - a program of the package (a validator, a grader) in its box. */
#ifndef GRADER_JUDGE_TOOL_H
#define GRADER_JUDGE_TOOL_H

#include "grader/base/arena.h"
#include "grader/model/program.h"
#include "grader/run/runner.h"

/*
 * tool_open, any number of runs in its session, tool_close. The package is trusted to be honest and
 * its programs are boxed all the same.
 */
struct tool {
    struct runner *runner;         /* borrowed until tool_close */
    const struct program *program; /* likewise */
    struct run_program run;
    struct run_session *session; /* owned; NULL: closed */
};

/* The format's validation limits; wall time is a net, longer by what the tool may have to wait. */
struct run_limits tool_limits(const struct package_limits *limits, uint64_t wait_us);

/* The name is for messages, the limits are copied. ERR_FAULT. */
bool tool_open(struct tool *tool, struct runner *runner, const struct program *program,
               const char *name, struct run_limits limits, struct err *err) MUST_CHECK;

/* Safe on a zero-initialised tool and twice. */
void tool_close(struct tool *tool);

/* The words that start a program, then these, then the arguments; NULL-ended, in the arena. */
const char *const *tool_argv(struct arena *arena, const struct program *program,
                             const char *const *fixed, size_t fixed_count, struct word_list args);

#endif
