/* validator.h - a package's own output validator: run boxed, once a case and pass. */
#ifndef GRADER_JUDGE_VALIDATOR_H
#define GRADER_JUDGE_VALIDATOR_H

#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/judge/feedback.h"
#include "grader/judge/tool.h"

/*
 * validator_open, any number of validator_judge, validator_close. The package is trusted to be
 * honest and its validator is boxed all the same: it sees copies of input and answer, may write
 * into a folder that is thrown away, and only its exit status and some small files count.
 */
struct validator {
    struct tool tool;
    const char *what;       /* "output validator": for messages */
    bool keeps;             /* its feedback folder lives on from pass to pass */
    struct program wrapped; /* what keeps the folder, and in it the validator */
};

enum { VALIDATOR_MESSAGE_MAX = FEEDBACK_MESSAGE_MAX };

struct validator_case {
    struct str input, answer, output; /* output: of the candidate's program */
    struct word_list args;
    struct str kept; /* of the pass before; at NULL: there was none */
};

struct validation {
    enum verdict verdict; /* AC, WA, or JE: the validator did not operate properly */
    const char *cause;    /* of a JE, in words, free of test data; else "" */
    struct feedback feedback;
};

/* `wait_us` is how long it may have to wait for somebody else. Borrows the program until
 * validator_close; in the arena lies what it keeps. ERR_FAULT. */
bool validator_open(struct validator *validator, struct runner *runner,
                    const struct program *program, const char *what, bool keeps,
                    struct run_limits limits, struct arena *arena, struct err *err) MUST_CHECK;

/*
 * Runs it as `validator INPUT ANSWER FEEDBACK/ ARGS…` with the output as standard input: exit
 * status 42 accepts, 43 rejects, all else (0, a signal, a limit) is a judge error. False only when
 * the run could not be made.
 */
bool validator_judge(struct validator *validator, const struct validator_case *test,
                     struct arena *arena, struct validation *out, struct err *err) MUST_CHECK;

/* The same in two halves, for a validator that talks: the request, without input, and what became
 * of it. */
struct run_request validator_request(const struct validator *validator,
                                     const struct validator_case *test, struct arena *arena);
bool validator_read(const struct validator *validator, const struct run_outcome *outcome,
                    struct arena *arena, struct validation *out, struct err *err) MUST_CHECK;

/* Safe on a zero-initialised validator and twice. */
void validator_close(struct validator *validator);

/* What a validator of any kind says by its end (output and static validators). */
void validator_read_exit(const struct run_outcome *outcome, const char *what, bool is_wrapped,
                         struct arena *arena, struct validation *out);

#endif
