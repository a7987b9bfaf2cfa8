/* intake_repo.h - repositories in temporary folders, made by the real git; and reading them. */
#ifndef TESTS_SUPPORT_INTAKE_REPO_H
#define TESTS_SUPPORT_INTAKE_REPO_H

#include "grader/base/arena.h"
#include "grader/intake/intake.h"

enum { INTAKE_REPO_PATH_MAX = 256 };

/* A folder under $TMPDIR or /tmp; removed with all that is in it. */
void intake_folder_make(char out[INTAKE_REPO_PATH_MAX]);
void intake_folder_remove(const char *path);

/* A test's world: a folder, in it the working tree "r" (branch main, no commit yet). */
struct intake_repo {
    char folder[INTAKE_REPO_PATH_MAX];
    char path[INTAKE_REPO_PATH_MAX + 8]; /* folder/r */
    struct arena arena;                  /* what the helpers return lives here */
    struct snapshot snapshot;            /* of the last intake_repo_read that succeeded */
    struct err err;                      /* of the last that failed */
};

/* Unsets what Git tells its hooks of the repository they run for: a test must not write there. */
void intake_forget_repository(void);

void intake_repo_begin(struct intake_repo *repo);
void intake_repo_end(struct intake_repo *repo);

/* Runs a shell script in the working tree with git's configuration shut off, author "Ann Example
 * <ann@example.org>" and time 1700000000; it must succeed. Its output without the last newline. */
const char *intake_sh(struct intake_repo *repo, const char *format, ...) PRINTF_LIKE(2, 3);

/* intake_read by the plain runner, problems lrucache, longestincreasing and ratelimiter, roots ""
 * and "solutions". The first reads the working tree at HEAD. */
bool intake_repo_read(struct intake_repo *repo);
bool intake_repo_read_at(struct intake_repo *repo, const char *where, const char *revision);
/* The same with a request of the test's own; only where, problems and roots need be set. */
bool intake_repo_read_request(struct intake_repo *repo, const struct intake_request *request);

/* Asserts that reading failed with this kind and a text that has each part. NULL-ended. */
void intake_repo_fails(struct intake_repo *repo, const char *where, const char *revision,
                       enum err_kind kind, ...);

/* The reason for which name was left out, or "" when it was not. */
const char *intake_repo_reason(const struct intake_repo *repo, const char *name);
/* "lrucache: a.c h.h; ratelimiter:" */
const char *intake_repo_kept(struct intake_repo *repo);

#endif
