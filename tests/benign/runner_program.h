/* runner_program.h - one program of the benign suite, as its header comment describes it. */
#ifndef TESTS_BENIGN_RUNNER_PROGRAM_H
#define TESTS_BENIGN_RUNNER_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The header comment of NAME.c, one key a line:
 *
 *   stdin: 3\n1 2 3\n          what it reads (escapes: \n \t \\); or a file NAME.in; else nothing
 *   expect: exit 0             or `signal 6`: how it ends when it runs plainly, always given
 *   profile: threads           of the sandbox; program where it is not given
 *   compilers: gcc             where clang can't (nested functions)
 *   flags: -lm                 for compiling and for linking
 */
enum { PROGRAM_FLAGS_MAX = 8 };

struct program {
    char name[64];
    bool is_threads, is_gcc_only;
    bool expects_signal;
    int expected; /* exit code or signal */
    char flag_bytes[256];
    char *flags[PROGRAM_FLAGS_MAX + 1]; /* into flag_bytes, NULL-ended */
    int input;                          /* owned: a memory file with what it reads */
};

/* Reads folder/NAME.c. False when it or its header is not as it must be: *why says in words. */
bool program_read(const char *folder, const char *name, struct program *out, char *why,
                  size_t room);
void program_release(struct program *program);

#endif
