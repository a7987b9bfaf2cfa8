/* runner_build.h - a program of the benign suite, compiled in every way the suite runs it. */
#ifndef TESTS_BENIGN_RUNNER_BUILD_H
#define TESTS_BENIGN_RUNNER_BUILD_H

#include <stdbool.h>
#include <stddef.h>

#include "tests/benign/runner_program.h"

enum build {
    GCC_STATIC,
    GCC_DYNAMIC,
    GCC_STARTER, /* static, with the starter linked in */
    CLANG_STATIC,
    CLANG_STARTER,
    BUILD_COUNT
};

/* "gcc static", … */
const char *build_name(enum build build);
bool build_has_starter(enum build build);
/* The build that runs plainly what this one runs in the sandbox: the same without a starter. */
enum build build_reference(enum build build);

/* Whether there is a clang. */
bool build_has_clang(void);

/*
 * Compiles folder/NAME.c inside scratch, where starter.o lies, and opens each executable: out[b] is
 * owned by the caller, -1 for builds that the program or the machine does not have. False: a
 * compiler refused, *why has its words; nothing is open then.
 */
bool build_all(const char *folder, const char *scratch, const struct program *program,
               int out[BUILD_COUNT], char *why, size_t room);

#endif
