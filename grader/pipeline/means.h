/* means.h - what every stage of a run shares: the runner, the key, the cache. */
#ifndef GRADER_PIPELINE_MEANS_H
#define GRADER_PIPELINE_MEANS_H

#include <stdbool.h>

#include "grader/base/arena.h"
#include "grader/base/err.h"
#include "grader/base/str.h"
#include "grader/run/runner.h"

/* Everything is borrowed from the caller, who keeps it until the run is over. */
struct means {
    struct runner *runner;
    struct str starter;     /* object file to link into candidates' programs; length 0: none */
    struct str key;         /* seeds of hidden tests come from it */
    bool key_is_secret;     /* false: the public practice key */
    const char *cache;      /* folder for made tests and measured limits; exists */
    const char *executable; /* absolute path of the grader itself, for the repository reader */
};

/* The public key by which hidden tests are made when nobody gives a secret one: good for practice,
 * not for grading. */
struct str means_practice_key(void);

enum { KEY_BYTES_MIN = 16, KEY_BYTES_MAX = 4096 };

/* A secret key from a file, white space at its end cut off; ERR_INPUT when it is shorter than
 * KEY_BYTES_MIN. */
bool means_load_key(const char *path, struct arena *arena, struct str *out,
                    struct err *err) MUST_CHECK;

/* $GRADER_CACHE, or $XDG_CACHE_HOME/grader, or ~/.cache/grader, or one below /tmp for this user:
 * made, private. */
bool means_find_cache(struct arena *arena, const char **out, struct err *err) MUST_CHECK;

#endif
