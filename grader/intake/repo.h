/* repo.h - a repository's objects, each looked at before it is loaded. */
#ifndef GRADER_INTAKE_REPO_H
#define GRADER_INTAKE_REPO_H

#include "grader/intake/gitlib.h"

/* Zero-initialise, repo_open or repo_adopt, repo_close. */
struct repo {
    git_repository *git; /* owned */
    git_odb *odb;        /* owned */
    bool borrows;        /* objects/info/alternates is there: objects may lie elsewhere */
};

/* git_folder: the folder that holds HEAD. Its configuration is not read for opening, nothing is
 * searched for. Not a repository, or one that libgit2 can't read: ERR_INPUT. */
bool repo_open(const char *git_folder, struct repo *out, struct err *err) MUST_CHECK;
/* Takes git over, also when it fails. */
bool repo_adopt(git_repository *git, struct repo *out, struct err *err) MUST_CHECK;
void repo_close(struct repo *repo);

/*
 * `what` names the object in messages ("'lrucache/main.c'"). Missing and damaged objects, another
 * type than expected, and trees of more than 32 MiB, commits and tags of more than 1 MiB are
 * ERR_INPUT. Results belong to the caller.
 */
bool repo_blob_size(struct repo *repo, const git_oid *id, const char *what, size_t *out,
                    struct err *err) MUST_CHECK;
bool repo_blob(struct repo *repo, const git_oid *id, const char *what, git_odb_object **out,
               struct err *err) MUST_CHECK;
bool repo_tree(struct repo *repo, const git_oid *id, const char *what, git_tree **out,
               struct err *err) MUST_CHECK;
/* Follows at most 8 annotated tags to a commit. */
bool repo_commit(struct repo *repo, const git_oid *id, const char *what, git_commit **out,
                 struct err *err) MUST_CHECK;

#endif
