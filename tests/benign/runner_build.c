/* runner_build.c - a program of the benign suite, compiled in every way the suite runs it. */
#include "tests/benign/runner_build.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* Everything is linked from one object a compiler: the builds differ in nothing else. */
static const struct {
    const char *name, *compiler, *object;
    const char *link[3];
    enum build reference;
} builds[BUILD_COUNT] = {
    [GCC_STATIC] = { "gcc static", "gcc", "gcc.o", { "-static" }, GCC_STATIC },
    [GCC_DYNAMIC] = { "gcc dynamic", "gcc", "gcc.o", { NULL }, GCC_DYNAMIC },
    [GCC_STARTER] = { "gcc starter",
                      "gcc",
                      "gcc.o",
                      { "-static", "-Wl,--wrap=main", "starter.o" },
                      GCC_STATIC },
    [CLANG_STATIC] = { "clang static", "clang", "clang.o", { "-static" }, CLANG_STATIC },
    [CLANG_STARTER] = { "clang starter",
                        "clang",
                        "clang.o",
                        { "-static", "-Wl,--wrap=main", "starter.o" },
                        CLANG_STATIC },
};

const char *build_name(enum build build)
{
    return builds[build].name;
}

bool build_has_starter(enum build build)
{
    return builds[build].link[1] != NULL;
}

enum build build_reference(enum build build)
{
    return builds[build].reference;
}

bool build_has_clang(void)
{
    return access("/usr/bin/clang", X_OK) == 0;
}

static bool is_clang(enum build build)
{
    return strcmp(builds[build].compiler, "clang") == 0;
}

/* Runs a command in `scratch`, with our environment: compilers ask for PATH. Its words are in *why
 * when it fails. */
static bool command(const char *scratch, const char **argv, char *why, size_t room)
{
    int words = memfd_create("words", MFD_CLOEXEC);
    pid_t child = words < 0 ? -1 : fork();
    if (child == 0) {
        if (chdir(scratch) == 0 && dup2(words, 1) == 1 && dup2(words, 2) == 2)
            execvp(argv[0], (char *const *)argv);
        _exit(127);
    }
    int status = -1;
    bool good = child > 0 && waitpid(child, &status, 0) == child && status == 0;
    if (!good) {
        ssize_t got = words < 0 ? 0 : pread(words, why, room - 1, 0);
        why[got > 0 ? got : 0] = '\0';
        if (got <= 0)
            snprintf(why, room, "cannot run %s", argv[0]);
    }
    if (words >= 0)
        close(words);
    return good;
}

static bool compile(const char *folder, const char *scratch, const struct program *program,
                    enum build build, char *why, size_t room)
{
    char source[512];
    snprintf(source, sizeof source, "%s/%s.c", folder, program->name);
    const char *argv[16 + PROGRAM_FLAGS_MAX] = { builds[build].compiler,
                                                 "-std=gnu17",
                                                 "-O2",
                                                 "-Werror=implicit-function-declaration",
                                                 "-c",
                                                 "-o",
                                                 builds[build].object,
                                                 source };
    size_t count = 8;
    for (size_t i = 0; program->flags[i]; i++)
        argv[count++] = program->flags[i];
    return command(scratch, argv, why, room);
}

static int link_and_open(const char *scratch, const struct program *program, enum build build,
                         char *why, size_t room)
{
    char path[512];
    const char *argv[16 + PROGRAM_FLAGS_MAX] = { builds[build].compiler, "-s", "-o", "program",
                                                 builds[build].object };
    size_t count = 5;
    for (size_t i = 0; i < 3 && builds[build].link[i]; i++)
        argv[count++] = builds[build].link[i];
    for (size_t i = 0; program->flags[i]; i++)
        argv[count++] = program->flags[i];
    if (!command(scratch, argv, why, room))
        return -1;
    snprintf(path, sizeof path, "%s/program", scratch);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        snprintf(why, room, "cannot open what the linker made");
    unlink(path);
    return file;
}

bool build_all(const char *folder, const char *scratch, const struct program *program,
               int out[BUILD_COUNT], char *why, size_t room)
{
    bool good = true;
    for (int b = 0; b < BUILD_COUNT; b++)
        out[b] = -1;
    for (enum build b = 0; b < BUILD_COUNT && good; b++) {
        if (is_clang(b) && (program->is_gcc_only || !build_has_clang()))
            continue;
        if (b == GCC_STATIC || b == CLANG_STATIC)
            good = compile(folder, scratch, program, b, why, room);
        if (good)
            good = (out[b] = link_and_open(scratch, program, b, why, room)) >= 0;
    }
    for (int b = 0; b < BUILD_COUNT && !good; b++)
        if (out[b] >= 0)
            close(out[b]);
    return good;
}
