/* sandbox_program.h - C sources as programs for tests of the sandbox: compiled inside it, with the
 * starter. */
#ifndef TESTS_SUPPORT_SANDBOX_PROGRAM_H
#define TESTS_SUPPORT_SANDBOX_PROGRAM_H

/* A descriptor of the executable; the test fails when it does not compile. */
int sandbox_program(const char *source);
/* The same without the starter. */
int sandbox_plain_program(const char *source);

#endif
