/* repo.c - a repository's objects, each looked at before it is loaded. */
#include "grader/intake/repo.h"

#include <assert.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/buf.h"
#include "grader/intake/guard.h"

/* libgit2 loads a tree or a commit whole: the header says beforehand whether that is sane. */
static const size_t tree_bytes_max = (size_t)32 << 20; /* 200,000 entries of 160 bytes */
static const size_t note_bytes_max = (size_t)1 << 20;  /* commit, tag */
enum { TAGS_MAX = 8, PATH_TEXT_MAX = 4096 };

static bool is_borrowing(git_repository *git)
{
    SCOPED_BUF path;
    buf_init(&path, PATH_TEXT_MAX);
    buf_printf(&path, "%sobjects/info/alternates", git_repository_commondir(git));
    return buf_ok(&path) && access(buf_text(&path), F_OK) == 0;
}

/* Formats that this libgit2 would misread without noticing. */
static bool format_is_known(git_repository *git, struct err *err)
{
#ifdef GIT_EXPERIMENTAL_SHA256
    (void)git;
    (void)err;
    return true;
#else
    git_config *config = NULL;
    const char *format = NULL;
    bool known = true;
    if (git_repository_config_snapshot(&config, git) == 0 &&
        git_config_get_string(&format, config, "extensions.objectformat") == 0)
        known = strcmp(format, "sha1") == 0;
    if (!known)
        err_set(err, ERR_INPUT,
                "its objects are named by '%.20s', which this grader cannot read; push it to a "
                "repository made with `git init --object-format=sha1`",
                format);
    git_config_free(config);
    git_error_clear();
    return known;
#endif
}

bool repo_adopt(git_repository *git, struct repo *out, struct err *err)
{
    struct repo repo = { .git = git, .borrows = is_borrowing(git) };
    if (git_repository_odb(&repo.odb, git) < 0) {
        err_set(err, ERR_INPUT, "its objects cannot be read: %s", gitlib_cause());
        repo_close(&repo);
        return false;
    }
    *out = repo;
    return true;
}

bool repo_open(const char *git_folder, struct repo *out, struct err *err)
{
    git_repository *git = NULL;
    int code = git_repository_open_bare(&git, git_folder);
    if (code == GIT_ENOTFOUND)
        return err_set(err, ERR_INPUT, "not a Git repository");
    if (code < 0)
        return err_set(err, ERR_INPUT, "it cannot be opened: %s", gitlib_cause());
    if (!format_is_known(git, err)) {
        git_repository_free(git);
        return false;
    }
    return repo_adopt(git, out, err);
}

void repo_close(struct repo *repo)
{
    git_odb_free(repo->odb);
    git_repository_free(repo->git);
    *repo = (struct repo){ 0 };
}

static bool object_err(const struct repo *repo, const git_oid *id, const char *what, int code,
                       struct err *err)
{
    char hex[GIT_OID_HEXSZ + 1];
    git_oid_tostr(hex, sizeof hex, id);
    if (gitlib_is_out_of_memory())
        return err_set(err, ERR_INPUT, "object %.10s of %s takes more memory than is allowed", hex,
                       what);
    if (code != GIT_ENOTFOUND)
        return err_set(err, ERR_INPUT,
                       "object %.10s of %s is damaged (%s); `git fsck` shows what is broken, a "
                       "fresh clone may repair it",
                       hex, what, gitlib_cause());
    return err_set(err, ERR_INPUT, "object %.10s of %s is missing; %s", hex, what,
                   repo->borrows ? "this repository borrows objects from another one "
                                   "(objects/info/alternates): `git repack -a -d` brings them in"
                                 : "make a full clone (no --filter) and try again");
}

static void guard_object(const git_oid *id, const char *what)
{
    char hex[GIT_OID_HEXSZ + 1];
    git_oid_tostr(hex, sizeof hex, id);
    guard_begin("object %.10s of %s is damaged (reading it does not come to an end); `git fsck` "
                "shows what is broken, a fresh clone may repair it",
                hex, what);
    git_error_clear();
}

static bool read_header(struct repo *repo, const git_oid *id, const char *what, size_t *size,
                        git_object_t *type, struct err *err)
{
    guard_object(id, what);
    int code = git_odb_read_header(size, type, repo->odb, id);
    guard_end();
    return code == 0 || object_err(repo, id, what, code, err);
}

static bool check_header(struct repo *repo, const git_oid *id, const char *what, git_object_t want,
                         size_t ceiling, struct err *err)
{
    size_t size;
    git_object_t type;
    if (!read_header(repo, id, what, &size, &type, err))
        return false;
    if (type != want)
        return err_set(err, ERR_INPUT, "%s is a %s where a %s is expected", what,
                       git_object_type2string(type), git_object_type2string(want));
    if (size > ceiling)
        return err_set(err, ERR_INPUT, "the %s of %s has %zu bytes: more than %zu are not read",
                       git_object_type2string(want), what, size, ceiling);
    return true;
}

bool repo_blob_size(struct repo *repo, const git_oid *id, const char *what, size_t *out,
                    struct err *err)
{
    size_t size;
    git_object_t type;
    if (!read_header(repo, id, what, &size, &type, err))
        return false;
    if (type != GIT_OBJECT_BLOB)
        return err_set(err, ERR_INPUT, "%s is a %s where a file is expected", what,
                       git_object_type2string(type));
    *out = size;
    return true;
}

bool repo_blob(struct repo *repo, const git_oid *id, const char *what, git_odb_object **out,
               struct err *err)
{
    guard_object(id, what);
    int code = git_odb_read(out, repo->odb, id);
    guard_end();
    return code == 0 || object_err(repo, id, what, code, err);
}

bool repo_tree(struct repo *repo, const git_oid *id, const char *what, git_tree **out,
               struct err *err)
{
    if (!check_header(repo, id, what, GIT_OBJECT_TREE, tree_bytes_max, err))
        return false;
    guard_object(id, what);
    int code = git_tree_lookup(out, repo->git, id);
    guard_end();
    return code == 0 || object_err(repo, id, what, code, err);
}

/* What the tag at *id names; *id moves on. */
static bool follow_tag(struct repo *repo, git_oid *id, const char *what, struct err *err)
{
    git_tag *tag = NULL;
    if (!check_header(repo, id, what, GIT_OBJECT_TAG, note_bytes_max, err))
        return false;
    guard_object(id, what);
    int code = git_tag_lookup(&tag, repo->git, id);
    guard_end();
    if (code < 0)
        return object_err(repo, id, what, code, err);
    git_oid_cpy(id, git_tag_target_id(tag));
    git_tag_free(tag);
    return true;
}

bool repo_commit(struct repo *repo, const git_oid *id, const char *what, git_commit **out,
                 struct err *err)
{
    git_oid at = *id;
    size_t size;
    git_object_t type;
    for (int tags = 0;; tags++) {
        if (!read_header(repo, &at, what, &size, &type, err))
            return false;
        if (type != GIT_OBJECT_TAG)
            break;
        if (tags == TAGS_MAX)
            return err_set(err, ERR_INPUT, "%s is a tag of a tag more than %d times over", what,
                           TAGS_MAX);
        if (!follow_tag(repo, &at, what, err))
            return false;
    }
    if (!check_header(repo, &at, what, GIT_OBJECT_COMMIT, note_bytes_max, err))
        return false;
    guard_object(&at, what);
    int code = git_commit_lookup(out, repo->git, &at);
    guard_end();
    return code == 0 || object_err(repo, &at, what, code, err);
}
