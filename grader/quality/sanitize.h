/* sanitize.h - public tests run under AddressSanitizer and UndefinedBehaviorSanitizer. */
#ifndef GRADER_QUALITY_SANITIZE_H
#define GRADER_QUALITY_SANITIZE_H

#include "grader/base/err.h"
#include "grader/quality/raw.h"
#include "grader/run/runner.h"

/*
 * What is chosen does not depend on how busy the machine is: the smallest inputs up to these
 * ceilings (whoever asks chooses), and of those as many as the work allows that the harness counts
 * (harness/harness.c). 24 runs of small tests cost 0.05 CPU-seconds.
 */
enum {
    SANITIZE_INPUT_MAX = 24,
    SANITIZE_INPUT_BYTES_MAX = 1 << 20, /* of one */
    SANITIZE_ALL_BYTES_MAX = 2 << 20,   /* of all together */
};

struct sanitize_test {
    const char *name; /* "sample/1", "secret/2-random/07" */
    struct str input;
};

/*
 * Public tests only, those that anybody can make: what a program prints about itself is believed
 * here, and on a hidden input it could say anything in it. Everything is borrowed.
 */
struct sanitize_input {
    const char *name;                /* for messages */
    const struct source_file *files; /* all that is laid for an ordinary build */
    size_t file_count;
    const char *const *compiled; /* every .c file that is compiled with the candidate's */
    size_t compiled_count;
    struct str driver; /* what sanitize_driver made of the problem's own; length 0: none */
    const struct sanitize_test *tests; /* at most SANITIZE_INPUT_MAX */
    size_t test_count;
    const char *incomplete; /* why some tests are missing; NULL: none are */
};

/* The problem's own .c files, which are the same for every submission. */
struct sanitize_driver_input {
    const char *name; /* for messages */
    const struct source_file *files;
    size_t file_count;
    const char *const *compiled;
    size_t compiled_count;
};

/*
 * Compiles them to one object file, in a box in which nothing of a candidate's ever is. An empty
 * *out: they can't be compiled alone, or there is no gcc. Bytes in the arena. False: ERR_FAULT.
 */
bool sanitize_driver(struct runner *runner, const struct sanitize_driver_input *input,
                     struct arena *arena, struct str *out, struct err *err) MUST_CHECK;

/* All that decides what sanitize_driver makes of the same files, but for the compiler. */
struct str sanitize_version(void);

/*
 * Builds with gcc and runs every input, all in one box of the profile for tools: ASan maps 16 TiB
 * of shadow and reads its own libraries, which a candidate's box does not allow. No LeakSanitizer:
 * it wants /proc and ptrace. Adds what was seen to the list and a row to out->passes. False:
 * ERR_FAULT, the box can't be made.
 */
bool sanitize_run(struct runner *runner, const struct sanitize_input *input, struct raw_list *list,
                  struct quality *out, struct err *err) MUST_CHECK;

/* Pure: the script's lines. False when the program could not be built. *out_runs: how many tests
 * were begun, at most test_count. */
bool sanitize_read(struct str text, const struct sanitize_test *tests, size_t test_count,
                   struct raw_list *list, size_t *out_runs);

#endif
