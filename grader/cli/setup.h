/* setup.h - from options to means: runner, key, cache. */
#ifndef GRADER_CLI_SETUP_H
#define GRADER_CLI_SETUP_H

#include "grader/pipeline/means.h"
#include "grader/run/boxed.h"

/* The words of --protection, in the order of enum protection_level, NULL-ended. */
extern const char *const setup_protections[];

/* Keeps what means point to. */
struct setup {
    struct boxed_runner boxed;
    struct means means;
};

/* key_path NULL: the practice key. */
bool setup_make(struct setup *setup, enum protection_level least, const char *key_path,
                struct arena *arena, struct err *err) MUST_CHECK;

/* The same, and this machine has shown (once, see doctor.h) that it judges rightly. */
bool setup_for_judging(struct setup *setup, enum protection_level least, const char *key_path,
                       struct arena *arena, struct err *err) MUST_CHECK;

/* How many jobs at once when nobody says: the number of processors, at most 64. */
unsigned setup_jobs(void);

#endif
