/* sanitize.h - the samples run under AddressSanitizer and UndefinedBehaviorSanitizer. */
#ifndef GRADER_QUALITY_SANITIZE_H
#define GRADER_QUALITY_SANITIZE_H

#include "grader/base/err.h"
#include "grader/quality/raw.h"
#include "grader/run/runner.h"

enum { SANITIZE_INPUT_MAX = 5, SANITIZE_INPUT_BYTES_MAX = 1 << 20 };

/*
 * Samples only: what a program prints about itself is believed here, and on a hidden input it could
 * say anything in it. Everything is borrowed.
 */
struct sanitize_input {
    const char *name;                /* for messages */
    const struct source_file *files; /* all that is laid for an ordinary build */
    size_t file_count;
    const char *const *compiled; /* every .c file, the problem's own too */
    size_t compiled_count;
    const struct str *inputs; /* what standard input is in each run */
    size_t input_count;       /* at most SANITIZE_INPUT_MAX */
};

/*
 * Builds with gcc and runs every input, all in one box of the profile for tools: ASan maps 16 TiB
 * of shadow and reads its own libraries, which a candidate's box does not allow. No LeakSanitizer:
 * it wants /proc and ptrace. Adds what was seen to the list and a row to out->passes. False:
 * ERR_FAULT, the box can't be made.
 */
bool sanitize_run(struct runner *runner, const struct sanitize_input *input, struct raw_list *list,
                  struct quality *out, struct err *err) MUST_CHECK;

/* Pure: the script's lines. False when the program could not be built. */
bool sanitize_read(struct str text, struct raw_list *list);

#endif
