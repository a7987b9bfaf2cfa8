/* checkers.h - the package's validators by themselves: is this input valid, is this output right?
 */
#ifndef GRADER_JUDGE_CHECKERS_H
#define GRADER_JUDGE_CHECKERS_H

#include "grader/judge/check.h"
#include "grader/model/program.h"

/* ---- input validators ---- */

/* One open session for each; *_open, any number of *_check, *_close. */
struct input_checker {
    struct runner *runner;
    const struct package *package;
    struct tool *tools; /* one an input validator; those that we don't run stay closed */
};

/* An input in question. For a test case of the package: its own args and files. */
struct input_sample {
    struct str bytes;
    const struct word_list *validator_args; /* one an input validator; NULL: none */
    struct word_list args;                  /* of the case: behind them */
    const struct case_file *files;
    size_t file_count;
};

struct input_check {
    bool is_valid; /* all that ran say so (exit status 42); true when none ran */
    size_t ran;
    /* Of the first that does not: */
    const char *validator; /* "validate" */
    bool is_broken; /* it did not end by itself, or by an exit status that a crash gives (0, 126 …)
                     */
    const char *cause;   /* "exit status 1", "used more than 60.000 s of CPU time" */
    const char *message; /* the end of what it printed, UTF-8, cut; "" */
};

/* tools->input_validators must be built (programs_build_input_validators). ERR_FAULT. */
bool input_checker_open(struct input_checker *checker, struct runner *runner,
                        const struct package *package, const struct package_tools *tools,
                        struct arena *arena, struct err *err) MUST_CHECK;
bool input_checker_check(struct input_checker *checker, const struct input_sample *sample,
                         struct arena *arena, struct input_check *out, struct err *err) MUST_CHECK;
/* What the package says of this case, with these bytes in place of its input; the case may be a
 * probe's. */
struct input_sample input_sample_of(const struct test_case *test, struct str bytes);
/* Safe on a zero-initialised one and twice. */
void input_checker_close(struct input_checker *checker);

/* ---- output validators ---- */

struct output_checker {
    const struct package *package;
    struct validator *validators; /* none: the default validator */
    size_t count;
};

bool output_checker_open(struct output_checker *checker, struct runner *runner,
                         const struct package *package, const struct package_tools *tools,
                         struct arena *arena, struct err *err) MUST_CHECK;
/* Input and answer are the case's files; the case may be a probe's. Of a multi-pass problem it is
 * the first pass; not for interactive ones. */
bool output_checker_check(struct output_checker *checker, const struct test_case *test,
                          struct str output, struct arena *arena, struct check_result *out,
                          struct err *err) MUST_CHECK;
/* Safe on a zero-initialised one and twice. */
void output_checker_close(struct output_checker *checker);

#endif
