/* runner.h - the narrow port to the outside world: run this program within these limits, tell what
 * happened. */
#ifndef GRADER_RUN_RUNNER_H
#define GRADER_RUN_RUNNER_H

#include <stdbool.h>
#include <stdint.h>

#include "grader/base/err.h"
#include "grader/base/str.h"
#include "grader/model/source.h"
#include "grader/model/verdict.h"

/*
 * Build, judge, catalog and intake know this header and nothing of what is behind it: boxed.c (the
 * sandbox) in the product, a script in tests (tests/support/fake_runner.h).
 *
 *   runner_open(program)  once a program: makes its sandbox
 *   runner_run(session)   any number of times: one run with its own input, output and clocks
 *   runner_run_pair       the same for two programs that talk with each other
 *   run_outcome_release   once an outcome
 *   runner_close          ends the sandbox and whatever still lives in it
 */

enum run_profile {
    RUN_PROGRAM, /* a candidate's program: no files, no processes, no threads, no network */
    RUN_THREADS, /* the same with POSIX threads */
    RUN_TOOL, /* compiler, validator, generator, Git reader: read-only toolchain, a private folder,
                 processes */
};

/* All are ceilings; 0 is not "no limit" but an error. Output: standard output and error together,
 * and each file. */
struct run_limits {
    uint64_t cpu_us, wall_us, memory_bytes, output_bytes;
    unsigned processes; /* 1 for RUN_PROGRAM */
};

struct run_program {
    const char *name; /* for messages */
    enum run_profile profile;
    struct run_limits limits;
    int executable; /* borrowed descriptor of the program, or -1: argv[0] is an absolute path on the
                       host */
    bool has_starter; /* the sandbox's starter is linked in: one fork a run instead of one exec */

    /* RUN_TOOL only */
    const struct source_file
        *files; /* laid into the private folder, which is the working directory and is empty before
                   each run but for these and those of the request */
    size_t file_count;
    const char *const *readable; /* host paths that may be read and executed besides the toolchain;
                                    NULL-ended or NULL */
    bool network;
};

struct run_request {
    const char *const *argv;    /* NULL-ended; argv[0] is the program's name or path */
    const char *input_path;     /* standard input is this file, read-only; NULL: empty */
    int input;                  /* or this borrowed descriptor when >= 0; set it to -1 otherwise */
    const char *const *collect; /* RUN_TOOL: names in the private folder to bring back, NULL-ended
                                   or NULL; at most RUN_COLLECT_MAX */
    const struct source_file *files; /* RUN_TOOL: laid for this run beside those of the program */
    size_t file_count;
};

enum { RUN_COLLECT_MAX = 16 };

struct run_outcome {
    /* VERDICT_ACCEPTED means "ended with exit status 0 within all limits"; else TLE MLE OLE RTE SV.
     */
    enum verdict verdict;
    const char *cause; /* in words, "" when accepted; lives as long as the outcome */
    int exit_code;     /* -1 when a signal or a limit ended it */
    uint64_t cpu_us, wall_us, memory_bytes;
    struct str output, errors;      /* mapped; standard output and error, complete */
    int collected[RUN_COLLECT_MAX]; /* owned descriptors in the order of `collect`, offset 0; -1: no
                                       such regular file */
    char cause_text[256];           /* storage of cause */
    void *mapped[2];                /* storage of output and errors */
};

struct runner;
struct run_session;

/* One of two programs that talk. */
struct run_side {
    struct run_session *session;
    const struct run_request *request; /* without an input: that is the other's output */
    struct run_outcome *out;
};

/* What stands behind the port. */
struct runner_ops {
    bool (*open)(struct runner *runner, const struct run_program *program,
                 struct run_session **out_session, struct err *err);
    bool (*run)(struct run_session *session, const struct run_request *request,
                struct run_outcome *out, struct err *err);
    bool (*run_pair)(const struct run_side *program, const struct run_side *judge,
                     bool *out_judge_ended_first, struct err *err);
    void (*close)(struct run_session *session);
    const char *const *(*protection)(struct runner *runner);
};

struct runner {
    const struct runner_ops *ops;
};

/*
 * The program's description, and whatever it points to, is borrowed until runner_close.
 * False, and *out_session is left alone, only when the sandbox could not be made (ERR_FAULT).
 */
bool runner_open(struct runner *runner, const struct run_program *program,
                 struct run_session **out_session, struct err *err) MUST_CHECK;

/* False, and *out is left alone, only when the run could not be made; what the program did is in
 * *out. */
bool runner_run(struct runner *runner, struct run_session *session,
                const struct run_request *request, struct run_outcome *out,
                struct err *err) MUST_CHECK;

/*
 * Runs two programs, each of which reads what the other writes; both runs are over when it returns.
 * Either may end first: the program, a candidate's, then fails by itself or not, whatever the judge
 * does; a program that failed only after the judge had ended has *out_judge_ended_first. The
 * outcome of the program holds its output, of which more than its limit is OLE; the judge's is
 * empty. Both sessions must be open. False, and the outcomes are left alone, only when the runs
 * could not be made.
 */
bool runner_run_pair(struct runner *runner, const struct run_side *program,
                     const struct run_side *judge, bool *out_judge_ended_first,
                     struct err *err) MUST_CHECK;

/* session may be NULL. */
void runner_close(struct runner *runner, struct run_session *session);

/* open, one run, close. */
bool runner_once(struct runner *runner, const struct run_program *program,
                 const struct run_request *request, struct run_outcome *out,
                 struct err *err) MUST_CHECK;

/* Names of the layers of protection that every run has, NULL-ended: "seccomp", "landlock", … */
const char *const *runner_protection(struct runner *runner);

/* Safe on a zero-initialised outcome and twice. */
void run_outcome_release(struct run_outcome *outcome);

#endif
