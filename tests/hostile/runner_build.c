/* runner_build.c - hostile programs are compiled inside the sandbox, never outside. */
#include "tests/hostile/runner_build.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int memory(const char *name)
{
    return memfd_create(name, MFD_CLOEXEC);
}

bool build_wants(const struct hostile_case *c, enum build_kind kind)
{
    static const bool wants[CASE_RUN_COUNT][BUILD_KINDS] = {
        [RUN_BOTH] = { true, true, false },     [RUN_STARTER] = { true, false, false },
        [RUN_PLAIN] = { false, true, false },   [RUN_THREADS] = { true, true, false },
        [RUN_DYNAMIC] = { false, false, true }, [RUN_COMPILE] = { false, false, false },
    };
    return wants[c->run][kind];
}

/* One shell for up to three programs: a sandbox costs less than a compiler, but not nothing. */
static void write_script(const struct hostile_case *c, char *out, size_t room)
{
    int used = snprintf(out, room,
                        "set -e; g='/usr/bin/gcc -std=gnu17 -O1 -w -pthread "
                        "-D_GNU_SOURCE'; $g -c %s.c -o o.o",
                        c->name);
    if (build_wants(c, BUILD_STARTER))
        used += snprintf(out + used, room - (size_t)used,
                         "; $g -static o.o s.o -Wl,--wrap=main -o starter");
    if (build_wants(c, BUILD_PLAIN))
        used += snprintf(out + used, room - (size_t)used, "; $g -static o.o -o plain");
    if (build_wants(c, BUILD_DYNAMIC))
        snprintf(out + used, room - (size_t)used, "; $g o.o -o dynamic");
}

static void tell(const struct hostile_case *c, int errors, const char *cause)
{
    char bytes[400];
    ssize_t got = pread(errors, bytes, sizeof bytes - 1, 0);
    bytes[got > 0 ? got : 0] = '\0';
    printf("FAIL %s: cannot compile: %s: %s\n", c->name, cause, bytes);
}

bool build_case(const struct hostile_case *c, struct build *out)
{
    struct sandbox_fault fault = { "" };
    struct sandbox_result result = { .cause = "" };
    char file[80], script[512];
    const void *starter;
    size_t starter_size;
    snprintf(file, sizeof file, "%s.c", c->name);
    write_script(c, script, sizeof script);
    sandbox_starter_object(&starter, &starter_size);
    const struct sandbox_file files[] = { { file, c->source, c->size },
                                          { "s.o", starter, starter_size } };
    const struct sandbox_spec spec = { .profile = SANDBOX_TOOL,
                                       .program = -1,
                                       .cpu_us = 30000000,
                                       .wall_us = 120000000,
                                       .memory_bytes = 1 << 30,
                                       .output_bytes = 64 << 20,
                                       .processes = 32,
                                       .files = files,
                                       .file_count = 2,
                                       .space_bytes = 256 << 20,
                                       .space_inodes = 1000 };
    const char *const argv[] = { "/bin/sh", "-c", script, NULL };
    const char *const collect[] = { "starter", "plain", "dynamic", NULL };
    struct sandbox_io io = { .argv = argv,
                             .input = open("/dev/null", O_RDONLY | O_CLOEXEC),
                             .output = memory("output"),
                             .errors = memory("errors"),
                             .collect = collect,
                             .collected = out->programs };
    struct sandbox *sandbox = sandbox_open(&spec, &fault);
    bool good = sandbox && sandbox_run(sandbox, &io, &result, &fault) &&
                result.end == SANDBOX_EXIT && result.exit_code == 0;
    sandbox_close(sandbox);
    if (!good)
        tell(c, io.errors, fault.text[0] ? fault.text : result.cause);
    close(io.input);
    close(io.output);
    close(io.errors);
    return good;
}

bool build_compile(const struct hostile_case *c, unsigned without, const char *secret,
                   struct compile_outcome *out, struct sandbox_fault *fault)
{
    char file[80], define[300];
    snprintf(file, sizeof file, "%s.c", c->name);
    snprintf(define, sizeof define, "-DSECRET_FILE=\"%s\"", secret);
    const struct sandbox_file files[] = { { file, c->source, c->size } };
    bool is_default_memory = c->memory_mb == 64, is_default_output = c->output_kb == 64;
    const struct sandbox_spec spec = { .profile = SANDBOX_TOOL,
                                       .program = -1,
                                       .cpu_us = c->cpu_ms * 1000,
                                       .wall_us = c->wall_ms * 1000,
                                       .memory_bytes = (is_default_memory ? 512 : c->memory_mb)
                                                       << 20,
                                       .output_bytes = (is_default_output ? 4096 : c->output_kb)
                                                       << 10,
                                       .processes = 16,
                                       .files = files,
                                       .file_count = 1,
                                       .space_bytes = 64 << 20,
                                       .space_inodes = 1000,
                                       .without = without };
    const char *const argv[] = { "/usr/bin/gcc", "-O2", "-std=gnu17", "-Wall",   "-static",
                                 define,         file,  "-o",         "program", NULL };
    const char *const collect[] = { "program", NULL };
    *out = (struct compile_outcome){ .output = memory("output"),
                                     .errors = memory("errors"),
                                     .program = -1 };
    struct sandbox_io io = { .argv = argv,
                             .input = open("/dev/null", O_RDONLY | O_CLOEXEC),
                             .output = out->output,
                             .errors = out->errors,
                             .collect = collect,
                             .collected = &out->program };
    struct sandbox *sandbox = sandbox_open(&spec, fault);
    bool good = sandbox && sandbox_run(sandbox, &io, &out->result, fault);
    sandbox_close(sandbox);
    close(io.input);
    return good;
}
