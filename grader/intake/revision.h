/* revision.h - from what the user calls a state ("main", "v1", "3fa9c1e", "HEAD~2") to a commit. */
#ifndef GRADER_INTAKE_REVISION_H
#define GRADER_INTAKE_REVISION_H

#include "grader/base/arena.h"
#include "grader/intake/repo.h"
#include "grader/intake/suggest.h"

/*
 * The order is git's, as far as it goes (gitrevisions(7)): a full commit id; HEAD or "@"; a full
 * name "refs/…"; a tag; a branch; a remote branch "origin/x", then "x" of origin; an abbreviated id
 * of at least 4 digits. Then any number of "~", "~n", "^", "^n".
 */
struct revision {
    const char *base;   /* in the arena */
    const char *suffix; /* "" or from the first '~' or '^' on */
};

/* asked: NULL is HEAD. */
struct revision revision_split(const char *asked, struct arena *arena);
bool revision_is_head(const char *base);
/* 4 to 40 hex digits. */
bool revision_is_hex(const char *base);
/* The i-th full name that base may stand for, in order; NULL behind the last. */
const char *revision_candidate(size_t i, const char *base, struct arena *arena);

/* *found is false when no object has the id; an abbreviation of several is an ERR_INPUT. */
bool revision_by_hex(struct repo *repo, const char *hex, git_oid *out, bool *found,
                     struct err *err) MUST_CHECK;
/* Applies a suffix; *commit is replaced on success. At most 10,000 steps. */
bool revision_walk_back(struct repo *repo, const char *suffix, git_commit **commit,
                        struct err *err) MUST_CHECK;

/* The two errors that name what there is. names: all branches and tags. Always false. */
bool revision_unknown(const char *base, const struct ref_names *names, struct arena *arena,
                      struct err *err);
bool revision_no_head(const char *target, const struct ref_names *names, struct arena *arena,
                      struct err *err);

/* In a repository on disk. *out_name: the branch HEAD is on, "HEAD" when on none, or what was
 * asked. The commit belongs to the caller. */
bool revision_resolve(struct repo *repo, const char *asked, struct arena *arena, git_commit **out,
                      const char **out_name, struct err *err) MUST_CHECK;

#endif
