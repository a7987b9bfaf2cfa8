/* e2e_run.h - the real grader as a process: a world of its own to run in, and what it said. */
#ifndef TESTS_SUPPORT_E2E_RUN_H
#define TESTS_SUPPORT_E2E_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "grader/base/arena.h"

/*
 * A world is a folder with
 *   grader            a copy of the program under test
 *   home/             GRADER_HOME: rubrics/, and problems/ with the small packages of e2e_packages/
 *   user/ cache/      HOME and GRADER_CACHE
 *   repo/             the candidate's working tree, once something was put there
 * It is the working directory of whatever runs in it, and nothing outside has a say: the
 * environment has no setting of Git, no NO_COLOR and no TERM.
 */
struct e2e {
    char folder[160];
    struct arena arena; /* what the helpers return lives here */
    uid_t uid;          /* the grader runs as this user; 0: as the test itself */

    /* For the next runs; may be set and reset. */
    const char *stdout_path; /* its standard output; NULL: a pipe that is read */
    bool terminal;           /* standard output and error are one terminal, read as `out` */
    bool (*prepare)(
        struct e2e *e2e); /* in the child, before it becomes `uid`; false: exit code 126 */
};

struct e2e_result {
    int code;              /* exit code; 128 and the signal when one ended it */
    const char *out, *err; /* complete, a NUL behind */
    size_t out_size, err_size;
};

void e2e_begin(struct e2e *e2e);
void e2e_end(struct e2e *e2e);

/* Root runs the grader as a user that nobody is, who owns the world from here on; an ordinary user
 * goes on as himself. */
void e2e_become_user(struct e2e *e2e);

/* FOLDER/place, in the arena. */
const char *e2e_path(struct e2e *e2e, const char *format, ...) PRINTF_LIKE(2, 3);
/* Writes a file below the world, and the folders above it. */
void e2e_put(struct e2e *e2e, const char *place, const char *text);
/* A whole file below the world; NULL when there is none. */
const char *e2e_read(struct e2e *e2e, const char *place);
bool e2e_exists(struct e2e *e2e, const char *place);
/* A shell script in the world's folder, as the test itself; it must succeed. Returns its output. */
const char *e2e_sh(struct e2e *e2e, const char *format, ...) PRINTF_LIKE(2, 3);
/* Commits all of repo/, which becomes a repository when it is none: branch main, fixed names and
 * times. */
void e2e_commit(struct e2e *e2e);

/* Runs the grader with these words, NULL-ended, to its end. */
struct e2e_result e2e_grader(struct e2e *e2e, ...);

/* The same in two halves. */
struct e2e_process {
    pid_t pid;
    int out, err; /* our ends; -1: none */
};
struct e2e_process e2e_start(struct e2e *e2e, ...);
struct e2e_result e2e_finish(struct e2e *e2e, struct e2e_process *process);

/*
 * Asserts what every refusal must be: this exit code, nothing on standard output, exactly one line
 * on standard error, "grader: …" without control characters, with each of the parts in it
 * (NULL-ended).
 */
void e2e_refused(const struct e2e_result *result, int code, ...);
/* Asserts an exit code, and shows what was said when it is another. */
void e2e_ended(const struct e2e_result *result, int code);
/* Whether text has part in it. */
bool e2e_has(const char *text, const char *part);

/* Solutions to the small packages, good and bad. */
extern const char e2e_double_right[], e2e_double_wrong[], e2e_greet_right[];

#endif
