/* locate.h - what the user named: a folder on this machine with a Git repository, or an address. */
#ifndef GRADER_INTAKE_LOCATE_H
#define GRADER_INTAKE_LOCATE_H

#include "grader/base/arena.h"
#include "grader/base/err.h"

/* All strings are in the arena; a repository is either local (git_folder) or remote (url). */
struct location {
    const char *origin;        /* as named, credentials replaced by "***" */
    const char *secret;        /* what was replaced; "" when nothing was */
    const char *git_folder;    /* real path of the folder with HEAD; NULL for a remote */
    const char *common_folder; /* real path of the folder with objects/ and refs/: another one for a
                                  linked worktree */
    const char *url;           /* NULL for a local one */
    bool is_ssh;
};

/*
 * Understands paths, file:// (with percent escapes), http:// https:// git:// ssh:// git+ssh://, and
 * user@host:path. Nothing above the named folder is searched. `.git` files (linked worktrees,
 * submodules) and `commondir` are followed once, when they hold exactly one line. No such path, not
 * a repository, a format that cannot be read, an address of another kind: ERR_INPUT; out->origin
 * and out->secret are set even then.
 */
bool locate(const char *where, struct arena *arena, struct location *out,
            struct err *err) MUST_CHECK;

#endif
