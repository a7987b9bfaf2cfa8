/* fake_runner.h - a scripted runner behind grader/run/runner.h: no sandbox, microseconds, any
 * machine. */
#ifndef TESTS_SUPPORT_FAKE_RUNNER_H
#define TESTS_SUPPORT_FAKE_RUNNER_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/arena.h"
#include "grader/run/runner.h"

/*
 *   struct fake_runner fake;
 *   fake_runner_init(&fake);
 *   fake.on_run = answer;            every run asks this, or, when it is NULL,
 *   fake_runner_push(&fake, …);      takes the next outcome of the queue; an empty queue accepts
 *                                    with no output
 *   … code under test gets &fake.runner …
 *   cr_assert(eq(uint, fake.live, 0));
 *   fake_runner_release(&fake);
 *
 * Like the real one it checks that a session is open when it is run or closed (an assertion ends
 * the test), and leaves outputs alone when it fails.
 */

/* Fills *out (fake_outcome) and returns true, or returns false with err set and *out untouched. */
typedef bool (*fake_run_fn)(void *ctx, const struct run_program *program,
                            const struct run_request *request, struct run_outcome *out,
                            struct err *err);

/* What one runner_run was asked; copies, in the fake's arena. */
struct fake_record {
    const char *program; /* its name */
    enum run_profile profile;
    struct run_limits limits;
    int executable;
    bool has_starter;
    const char **argv; /* NULL-ended */
    size_t argc;
    const char *input_path; /* NULL: none */
    int input;              /* as it was in the request */
    struct str input_bytes; /* what standard input would have given, at most FAKE_INPUT_MAX */
    size_t file_count;      /* of the program */
    size_t session;         /* from 1, in order of opening */
};

enum { FAKE_INPUT_MAX = 1024 * 1024, FAKE_SESSION_MAX = 4096, FAKE_QUEUE_MAX = 4096 };

struct fake_outcome_script {
    enum verdict verdict;
    const char *cause;
    struct str output, errors;
    uint64_t cpu_us;
};

struct fake_runner {
    struct runner runner; /* give &fake.runner to the code under test */

    /* set by the test, any time */
    fake_run_fn on_run;
    void *ctx;
    size_t fail_at; /* the n-th call of open or run (from 1) fails with ERR_FAULT; 0: none */
    const char *const *protection; /* NULL-ended; { "fake" } after init */
    bool judge_ends_first;         /* of two programs that talk */

    /* read by the test */
    size_t calls;                /* of open and run, also those that failed */
    size_t opens, runs, closes;  /* those that worked */
    size_t live;                 /* sessions open now */
    struct fake_record *records; /* one a run, also those that failed */
    size_t record_count;

    /* private */
    size_t record_capacity;
    struct arena arena;
    struct fake_outcome_script queue[FAKE_QUEUE_MAX];
    size_t queue_count, queue_next;
};

void fake_runner_init(struct fake_runner *fake);
/* Asserts that no session is open any more. */
void fake_runner_release(struct fake_runner *fake);

/* Appends an outcome to the queue; texts are copied. cause and the texts may be NULL for "". */
void fake_runner_push(struct fake_runner *fake, enum verdict verdict, const char *cause,
                      const char *output, const char *errors);

/*
 * Makes *out an outcome as the real runner would: output and errors are real mappings that
 * run_outcome_release unmaps, no collected files, exit code 0 when accepted and -1 when not
 * (RUN_ERROR: 1), 1000 us and 1 MiB. cause NULL: "" or the verdict's phrase. Change members
 * afterwards as needed.
 */
void fake_outcome(struct run_outcome *out, enum verdict verdict, const char *cause,
                  struct str output, struct str errors);
/* The same with texts, accepted; NULL is "". */
void fake_outcome_text(struct run_outcome *out, const char *output, const char *errors);
/* Ended by itself with this exit status: RTE unless 0. */
void fake_outcome_exit(struct run_outcome *out, int exit_code, const char *output,
                       const char *errors);
/* Puts a memory file with these bytes at out->collected[index]. */
void fake_outcome_collect(struct run_outcome *out, size_t index, struct str bytes);

/* The words of a record's argv joined by single blanks; in the fake's arena. */
const char *fake_record_line(struct fake_runner *fake, size_t index);

#endif
