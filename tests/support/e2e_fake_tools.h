/* e2e_fake_tools.h - a fake runner that plays every program of the small packages: compiler,
 * generator, solutions, and the repository's reader. */
#ifndef TESTS_SUPPORT_E2E_FAKE_TOOLS_H
#define TESTS_SUPPORT_E2E_FAKE_TOOLS_H

#include "grader/pipeline/means.h"
#include "tests/support/fake_runner.h"
#include "tests/support/intake_plain_runner.h"

/* What goes wrong, when something is to. */
enum fake_fault {
    FAKE_GOOD,
    FAKE_NO_COMPILE, /* what `broken` is part of the name of gives a compile error */
    FAKE_CRASH,      /* … and this one's runs end with SIGSEGV */
    FAKE_SILENT,     /* … this one's print nothing */
};

/*
 *   struct fake_tools *tools = fake_tools_new();
 *   … &tools->means …
 *   fake_tools_free(tools);
 *
 * The tools double every number after the first one, greet whoever is named, and make inputs of two
 * numbers. `means` has a cache of its own and no starter.
 */
struct fake_tools {
    struct fake_runner fake;
    struct intake_plain_runner plain;
    struct means means;
    enum fake_fault fault;
    const char *broken;
    char cache[128];
};

struct fake_tools *fake_tools_new(void);
void fake_tools_free(struct fake_tools *tools);

/* Forgets the calls so far, and what is in the cache; fails the n-th call from now on (0: none). */
void fake_tools_restart(struct fake_tools *tools, size_t fail_at);

/* How many descriptors this process has open. */
size_t fake_tools_open_files(void);

#endif
