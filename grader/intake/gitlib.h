/* gitlib.h - libgit2 set up for a hostile repository, and its errors in our words. */
#ifndef GRADER_INTAKE_GITLIB_H
#define GRADER_INTAKE_GITLIB_H

#include <git2.h>
#include <stdbool.h>

#include "grader/base/attr.h"
#include "grader/base/err.h"

/*
 * gitlib_open once a process, gitlib_close at its end. No configuration of the system or of the
 * user is read (but for ssh_home, see below), no owner is asked for, nothing is cached, and windows
 * into packs are small. ssh_home: the folder whose .ssh/known_hosts counts; NULL: none.
 */
bool gitlib_open(const char *ssh_home, struct err *err) MUST_CHECK;
void gitlib_close(void);

/* libgit2's text for what failed last, never NULL; valid until the next call into it. */
const char *gitlib_cause(void);
/* The last failure was a refused allocation. */
bool gitlib_is_out_of_memory(void);

/* Cleanup functions for SCOPED. */
void gitlib_free_commit(git_commit **commit);
void gitlib_free_tree(git_tree **tree);
void gitlib_free_reference(git_reference **reference);
void gitlib_free_blob(git_odb_object **blob);
#define SCOPED_COMMIT    SCOPED(gitlib_free_commit) git_commit *
#define SCOPED_TREE      SCOPED(gitlib_free_tree) git_tree *
#define SCOPED_REFERENCE SCOPED(gitlib_free_reference) git_reference *
#define SCOPED_BLOB      SCOPED(gitlib_free_blob) git_odb_object *

#endif
