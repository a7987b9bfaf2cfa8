/* sandbox_program.c - C sources as programs for tests of the sandbox. */
#include "tests/support/sandbox_program.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "sandbox/sandbox.h"

static int compile(const char *source, bool has_starter)
{
    const void *starter;
    size_t starter_size;
    sandbox_starter_object(&starter, &starter_size);
    const struct sandbox_file files[] = { { "p.c", source, strlen(source) },
                                          { "starter.o", starter, starter_size } };
    const struct sandbox_spec spec = { .profile = SANDBOX_TOOL,
                                       .program = -1,
                                       .cpu_us = 20000000,
                                       .wall_us = 60000000,
                                       .memory_bytes = 1 << 30,
                                       .output_bytes = 16 << 20,
                                       .processes = 32,
                                       .files = files,
                                       .file_count = 2,
                                       .space_bytes = 64 << 20,
                                       .space_inodes = 1000 };
    const char *const argv[] = {
        "/usr/bin/gcc",    "-O1", "-static", "-o", "p", "p.c", has_starter ? "starter.o" : NULL,
        "-Wl,--wrap=main", NULL
    };
    const char *const collect[] = { "p", NULL };
    int program = -1, sink = memfd_create("log", MFD_CLOEXEC),
        input = open("/dev/null", O_RDONLY | O_CLOEXEC);
    struct sandbox_io io = { .argv = argv,
                             .input = input,
                             .output = sink,
                             .errors = sink,
                             .collect = collect,
                             .collected = &program };
    struct sandbox_fault fault;
    struct sandbox_result result;
    struct sandbox *box = sandbox_open(&spec, &fault);
    cr_assert(box, "%s", fault.text);
    cr_assert(sandbox_run(box, &io, &result, &fault), "%s", fault.text);
    sandbox_close(box);
    close(sink);
    close(input);
    cr_assert(result.end == SANDBOX_EXIT && result.exit_code == 0 && program >= 0, "%s",
              result.cause);
    return program;
}

int sandbox_program(const char *source)
{
    return compile(source, true);
}

int sandbox_plain_program(const char *source)
{
    return compile(source, false);
}
