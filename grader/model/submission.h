/* submission.h - what a repository holds for us: who, when, which folders, and what was left out.
 */
#ifndef GRADER_MODEL_SUBMISSION_H
#define GRADER_MODEL_SUBMISSION_H

#include <stdint.h>

#include "grader/model/source.h"

/* Something of the repository that is not graded, and why. The name is raw bytes from a hostile
 * repository. */
struct left_out {
    struct str name;    /* path from the top of the repository; may hold anything but NUL */
    const char *reason; /* "symbolic link", "Git LFS pointer", … */
};

/* One folder that answers one problem. */
struct submission {
    const char *problem_id;
    const char *folder;        /* from the top of the repository: "solutions/lrucache" */
    struct source_set sources; /* all regular files kept, .c and .h and others; sorted by path */
};

/* The state of a repository at one commit. Strings are UTF-8 or raw bytes as Git has them;
 * renderers escape. */
struct snapshot {
    const char *origin;   /* as the user named it, credentials in a URL replaced by "***" */
    const char *revision; /* as asked for, or the name of the branch that HEAD is on */
    const char *commit;   /* 40 hex digits (64 in a SHA-256 repository) */
    const char *author, *email, *subject;
    int64_t when_s;                 /* the commit's author time, seconds since the epoch */
    struct submission *submissions; /* sorted by problem_id */
    size_t submission_count;
    struct left_out *left_out; /* sorted by name */
    size_t left_out_count;
    size_t left_out_more; /* beyond the ceiling of the list */
};

#endif
