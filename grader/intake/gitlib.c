/* gitlib.c - libgit2 set up for a hostile repository. */
#include "grader/intake/gitlib.h"

#include <stddef.h>

/* Windows of packs that are mapped at once: a pack may be larger than the memory limit. */
static const size_t window_bytes = (size_t)4 << 20;
static const size_t mapped_bytes = (size_t)64 << 20;
enum { PACKS_OPEN_MAX = 64 };

static bool set_options(const char *ssh_home)
{
    static const int levels[] = { GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM,
                                  GIT_CONFIG_LEVEL_XDG };
    for (size_t i = 0; i < COUNT_OF(levels); i++)
        if (git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, levels[i], "") < 0)
            return false;
    /* libgit2 1.5 looks for .ssh/known_hosts where it looks for the user's configuration. */
    const char *home = ssh_home ? ssh_home : "";
    return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_GLOBAL, home) >= 0 &&
           git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0) >= 0 &&
           git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0) >= 0 &&
           git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1) >= 0 &&
           git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, window_bytes) >= 0 &&
           git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, mapped_bytes) >= 0 &&
           git_libgit2_opts(GIT_OPT_SET_MWINDOW_FILE_LIMIT, (size_t)PACKS_OPEN_MAX) >= 0;
}

bool gitlib_open(const char *ssh_home, struct err *err)
{
    if (git_libgit2_init() < 0)
        return err_set(err, ERR_FAULT, "cannot start libgit2: %s", gitlib_cause());
    if (set_options(ssh_home))
        return true;
    err_set(err, ERR_FAULT, "cannot set libgit2 up: %s", gitlib_cause());
    gitlib_close();
    return false;
}

void gitlib_close(void)
{
    git_libgit2_shutdown();
}

const char *gitlib_cause(void)
{
    const git_error *last = git_error_last();
    return last && last->message ? last->message : "no cause given";
}

bool gitlib_is_out_of_memory(void)
{
    const git_error *last = git_error_last();
    return last && last->klass == GIT_ERROR_NOMEMORY;
}

void gitlib_free_commit(git_commit **commit)
{
    git_commit_free(*commit);
    *commit = NULL;
}

void gitlib_free_tree(git_tree **tree)
{
    git_tree_free(*tree);
    *tree = NULL;
}

void gitlib_free_reference(git_reference **reference)
{
    git_reference_free(*reference);
    *reference = NULL;
}

void gitlib_free_blob(git_odb_object **blob)
{
    git_odb_object_free(*blob);
    *blob = NULL;
}
