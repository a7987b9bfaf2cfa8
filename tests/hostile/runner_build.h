/* runner_build.h - hostile programs are compiled inside the sandbox, never outside. */
#ifndef TESTS_HOSTILE_RUNNER_BUILD_H
#define TESTS_HOSTILE_RUNNER_BUILD_H

#include "sandbox/sandbox.h"
#include "tests/hostile/runner_case.h"

enum build_kind { BUILD_STARTER, BUILD_PLAIN, BUILD_DYNAMIC };
enum { BUILD_KINDS = 3 };

struct build {
    int programs[BUILD_KINDS]; /* owned descriptors, -1: not wanted for this case */
};

/* False with a message on standard output. */
bool build_case(const struct hostile_case *c, struct build *out);

/* Which kinds a case runs as. */
bool build_wants(const struct hostile_case *c, enum build_kind kind);

/* How a compile-time case ended, and what it must not show. */
struct compile_outcome {
    struct sandbox_result result;
    int output, errors, program; /* owned; program is -1 where none was made */
};
/* secret: path of a file that the compiler must not be able to read. False with *fault. */
bool build_compile(const struct hostile_case *c, unsigned without, const char *secret,
                   struct compile_outcome *out, struct sandbox_fault *fault);

#endif
