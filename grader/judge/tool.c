/* tool.c - a program of the package in its box. */
#include "grader/judge/tool.h"

#include <assert.h>
#include <string.h>

enum { PROCESSES = 16, WALL_FACTOR = 3 };

struct run_limits tool_limits(const struct package_limits *limits, uint64_t wait_us)
{
    return (struct run_limits){ .cpu_us = limits->validation_time_us,
                                .wall_us = WALL_FACTOR * limits->validation_time_us + wait_us,
                                .memory_bytes = limits->validation_memory_bytes,
                                .output_bytes = limits->validation_output_bytes,
                                .processes = PROCESSES };
}

bool tool_open(struct tool *tool, struct runner *runner, const struct program *program,
               const char *name, struct run_limits limits, struct err *err)
{
    assert(tool && runner && program && program_is_there(program));
    *tool = (struct tool){
        .runner = runner,
        .program = program,
        .run = { .name = name,
                 .profile = RUN_TOOL,
                 .limits = limits,
                 .executable = program->executable,
                 .files = program->files,
                 .file_count = program->file_count },
    };
    return runner_open(runner, &tool->run, &tool->session, err);
}

void tool_close(struct tool *tool)
{
    assert(tool);
    if (tool->session)
        runner_close(tool->runner, tool->session);
    tool->session = NULL;
}

const char *const *tool_argv(struct arena *arena, const struct program *program,
                             const char *const *fixed, size_t fixed_count, struct word_list args)
{
    size_t n = 0, most = program->words.count + fixed_count + args.count + 1;
    const char **argv = ARENA_ARRAY(arena, most, const char *);
    for (size_t i = 0; i < program->words.count; i++)
        argv[n++] = program->words.words[i];
    for (size_t i = 0; i < fixed_count; i++)
        argv[n++] = fixed[i];
    for (size_t i = 0; i < args.count; i++)
        argv[n++] = args.words[i];
    return argv;
}
