/* fetch.h - a remote repository's wanted state, fetched into a folder of our own. */
#ifndef GRADER_INTAKE_FETCH_H
#define GRADER_INTAKE_FETCH_H

#include "grader/base/arena.h"
#include "grader/intake/repo.h"

struct fetch_request {
    const char *url;
    const char *into;     /* is made; must not exist */
    const char *revision; /* NULL: HEAD */
    const char *ssh_home; /* the folder with .ssh/, or NULL */
    bool has_ssh_agent;   /* SSH_AUTH_SOCK leads to one */
};

/*
 * A branch, a tag or HEAD: that one alone, and where libgit2 can (from 1.7) its last commit alone.
 * A commit's id, or a name with "~n": all branches and tags, because servers need not hand out
 * single commits. At most FETCH_BYTES_MAX are received; time is bounded by the box. An unreachable
 * host, an unknown repository, a wish for credentials are ERR_INPUT. No reference is written: the
 * result is the commit and its name. *out_repo and *out belong to the caller.
 */
bool fetch_revision(const struct fetch_request *request, struct arena *arena, struct repo *out_repo,
                    git_commit **out, const char **out_name, struct err *err) MUST_CHECK;

/* Below the limit on the size of one file in the box: the pack is one. */
enum { FETCH_BYTES_MAX = 56 * 1024 * 1024 };

#endif
