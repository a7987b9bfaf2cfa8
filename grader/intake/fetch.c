/* fetch.c - a remote repository's wanted state. */
#include "grader/intake/fetch.h"

#include <string.h>
#include <unistd.h>

#include "grader/base/str.h"
#include "grader/intake/revision.h"

/* git_fetch_options.depth */
#define HAS_DEPTH (LIBGIT2_VER_MAJOR > 1 || (LIBGIT2_VER_MAJOR == 1 && LIBGIT2_VER_MINOR >= 7))

enum { HEADS_MAX = 100 * 1000, KEYS_ASKED_MAX = 8 };

/* One fetch; also what libgit2's callbacks get. */
struct fetch {
    const struct fetch_request *request;
    struct arena *arena;
    struct revision revision;
    git_remote *remote; /* owned */
    struct repo repo;   /* owned */
    size_t keys_asked;
    bool is_too_large, wanted_credentials;
};

/* What the remote offers for the wanted state. */
struct wanted {
    const char *name; /* full, of the reference; NULL: all of them */
    git_oid id;       /* when name is set */
    const char *branch;
};

/* ---- callbacks ---- */

static int on_progress(const git_indexer_progress *progress, void *payload)
{
    struct fetch *fetch = payload;
    fetch->is_too_large = progress->received_bytes > FETCH_BYTES_MAX;
    return fetch->is_too_large ? GIT_EUSER : 0;
}

/* The agent, then the usual key files, each once. */
static int next_key(struct fetch *fetch, git_credential **out, const char *user)
{
    static const char *const files[] = { "id_ed25519", "id_ecdsa", "id_rsa" };
    while (fetch->keys_asked < 1 + COUNT_OF(files)) {
        size_t turn = fetch->keys_asked++;
        if (turn == 0 && fetch->request->has_ssh_agent)
            return git_credential_ssh_key_from_agent(out, user);
        if (turn == 0 || !fetch->request->ssh_home)
            continue;
        const char *key =
            arena_printf(fetch->arena, "%s/.ssh/%s", fetch->request->ssh_home, files[turn - 1]);
        const char *public_key = arena_printf(fetch->arena, "%s.pub", key);
        if (access(key, R_OK) == 0)
            return git_credential_ssh_key_new(
                out, user, access(public_key, R_OK) == 0 ? public_key : NULL, key, NULL);
    }
    return GIT_EAUTH;
}

static int on_credentials(git_credential **out, const char *url, const char *user, unsigned allowed,
                          void *payload)
{
    (void)url;
    struct fetch *fetch = payload;
    fetch->wanted_credentials = true;
    const char *name = user && *user ? user : "git";
    if (allowed & GIT_CREDENTIAL_SSH_KEY)
        return next_key(fetch, out, name);
    if (allowed & GIT_CREDENTIAL_USERNAME && fetch->keys_asked < KEYS_ASKED_MAX)
        return git_credential_username_new(out, name);
    return GIT_EAUTH;
}

static void set_callbacks(struct fetch *fetch, git_remote_callbacks *callbacks)
{
    callbacks->credentials = on_credentials;
    callbacks->transfer_progress = on_progress;
    callbacks->payload = fetch;
}

/* ---- errors ---- */

static bool is_word_of(const char *text, const char *const *words)
{
    for (size_t i = 0; words[i]; i++)
        if (strcasestr(text, words[i]))
            return true;
    return false;
}

/* libgit2 has few codes: the rest is told apart by the words of its messages and of servers. */
static bool remote_err(const struct fetch *fetch, int code, struct err *err)
{
    static const char *const unreachable[] = { "resolve address", "failed to connect",
                                               "timed out",       "Connection refused",
                                               "unreachable",     NULL };
    static const char *const unknown[] = { "404",       "not found",      "not exported",
                                           "no such",   "does not exist", "not appear to be",
                                           "early EOF", "unexpected EOF", NULL };
    static const char *const refused[] = { "401", "403", "authenticat", "credential", NULL };
    const char *cause = gitlib_cause();
    if (fetch->is_too_large)
        return err_set(err, ERR_INPUT, "the remote sends more than %d MiB; it is too large",
                       FETCH_BYTES_MAX >> 20);
    if (code == GIT_ECERTIFICATE)
        return err_set(
            err, ERR_INPUT,
            "the host's key or certificate is not known here (%s); for ssh, connect once "
            "by hand or add it with `ssh-keyscan HOST >> ~/.ssh/known_hosts`",
            cause);
    if (code == GIT_EAUTH || is_word_of(cause, refused))
        return err_set(err, ERR_INPUT,
                       "the remote wants authentication: start an ssh agent (or have a key without "
                       "passphrase in ~/.ssh), or clone it yourself and give the clone's path");
    if (is_word_of(cause, unreachable))
        return err_set(err, ERR_INPUT, "the host cannot be reached (%s)", cause);
    if (code == GIT_ENOTFOUND || is_word_of(cause, unknown))
        return err_set(err, ERR_INPUT,
                       "the remote has no such repository, or does not show it to us (%s)", cause);
    return err_set(err, ERR_INPUT, "fetching failed: %s", cause);
}

/* ---- what is there ---- */

static bool list_heads(struct fetch *fetch, const git_remote_head ***out, size_t *out_count,
                       struct err *err)
{
    int code = git_remote_ls(out, out_count, fetch->remote);
    if (code < 0)
        return remote_err(fetch, code, err);
    if (*out_count > HEADS_MAX)
        return err_set(err, ERR_INPUT, "the remote has more than %d branches and tags", HEADS_MAX);
    return true;
}

static const git_remote_head *find_head(const git_remote_head **heads, size_t count,
                                        const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(heads[i]->name, name) == 0)
            return heads[i];
    return NULL;
}

static void take_head(struct fetch *fetch, const git_remote_head *head, struct wanted *out)
{
    const char *target = head->symref_target ? ref_short_name(head->symref_target) : NULL;
    out->name = arena_strdup(fetch->arena, head->name);
    out->branch = arena_strdup(fetch->arena, target ? target : "HEAD");
    git_oid_cpy(&out->id, &head->oid);
}

/* HEAD by its name, others by the candidates in their order. A server that doesn't say where HEAD
 * leads leaves the branch's name unknown. */
static const git_remote_head *match_head(struct fetch *fetch, const git_remote_head **heads,
                                         size_t count)
{
    if (revision_is_head(fetch->revision.base))
        return find_head(heads, count, "HEAD");
    for (size_t i = 0;; i++) {
        const char *candidate = revision_candidate(i, fetch->revision.base, fetch->arena);
        if (!candidate)
            return NULL;
        bool is_whole = i > 0 || str_starts(candidate, "refs/");
        const git_remote_head *head = is_whole ? find_head(heads, count, candidate) : NULL;
        if (head)
            return head;
    }
}

static bool nothing_matches(struct fetch *fetch, const git_remote_head **heads, size_t count,
                            struct err *err)
{
    struct ref_names names = { 0 };
    for (size_t i = 0; i < count; i++)
        ref_names_add(&names, fetch->arena, heads[i]->name);
    ref_names_sort(&names);
    if (revision_is_head(fetch->revision.base))
        return revision_no_head(NULL, &names, fetch->arena, err);
    return revision_unknown(fetch->revision.base, &names, fetch->arena, err);
}

static bool choose(struct fetch *fetch, struct wanted *out, struct err *err)
{
    const git_remote_head **heads;
    size_t count;
    if (!list_heads(fetch, &heads, &count, err))
        return false;
    const git_remote_head *head = match_head(fetch, heads, count);
    if (head)
        take_head(fetch, head, out);
    else if (!revision_is_hex(fetch->revision.base) || count == 0)
        return nothing_matches(fetch, heads, count, err);
    return true;
}

/* ---- the way ---- */

static bool connect_remote(struct fetch *fetch, struct err *err)
{
    git_repository *git = NULL;
    if (git_repository_init(&git, fetch->request->into, true) < 0)
        return err_set(err, ERR_FAULT, "cannot make a folder to fetch into: %s", gitlib_cause());
    if (!repo_adopt(git, &fetch->repo, err))
        return false;
    if (git_remote_create_anonymous(&fetch->remote, git, fetch->request->url) < 0)
        return err_set(err, ERR_INPUT, "cannot understand the address: %s", gitlib_cause());
    git_remote_callbacks callbacks;
    if (git_remote_init_callbacks(&callbacks, GIT_REMOTE_CALLBACKS_VERSION) < 0)
        return err_set(err, ERR_FAULT, "cannot set a fetch up: %s", gitlib_cause());
    set_callbacks(fetch, &callbacks);
    int code = git_remote_connect(fetch->remote, GIT_DIRECTION_FETCH, &callbacks, NULL, NULL);
    return code == 0 || remote_err(fetch, code, err);
}

static bool download(struct fetch *fetch, const struct wanted *wanted, struct err *err)
{
    char *specs[2] = { NULL, NULL };
    git_strarray all = { specs, 0 };
    if (wanted->name) {
        specs[all.count++] = arena_printf(fetch->arena, "+%s:refs/wanted", wanted->name);
    } else {
        specs[all.count++] = arena_strdup(fetch->arena, "+refs/heads/*:refs/heads/*");
        specs[all.count++] = arena_strdup(fetch->arena, "+refs/tags/*:refs/tags/*");
    }
    git_fetch_options options;
    if (git_fetch_options_init(&options, GIT_FETCH_OPTIONS_VERSION) < 0)
        return err_set(err, ERR_FAULT, "cannot set a fetch up: %s", gitlib_cause());
    set_callbacks(fetch, &options.callbacks);
    options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE;
#if HAS_DEPTH
    if (wanted->name && !*fetch->revision.suffix)
        options.depth = 1;
#endif
    int code = git_remote_download(fetch->remote, &all, &options);
    return code == 0 || remote_err(fetch, code, err);
}

static bool find_commit(struct fetch *fetch, struct wanted *wanted, git_commit **out,
                        struct err *err)
{
    const char *base = fetch->revision.base;
    bool found = wanted->name != NULL;
    if (!found && !revision_by_hex(&fetch->repo, base, &wanted->id, &found, err))
        return false;
    if (!found)
        return err_set(err, ERR_INPUT,
                       "no branch or tag '%.200s', and no commit of that id in any of them", base);
    SCOPED_COMMIT commit = NULL;
    const char *what = arena_printf(fetch->arena, "the revision '%.200s'", base);
    if (!repo_commit(&fetch->repo, &wanted->id, what, &commit, err) ||
        !revision_walk_back(&fetch->repo, fetch->revision.suffix, &commit, err))
        return false;
    *out = commit;
    commit = NULL;
    return true;
}

bool fetch_revision(const struct fetch_request *request, struct arena *arena, struct repo *out_repo,
                    git_commit **out, const char **out_name, struct err *err)
{
    struct fetch fetch = { .request = request, .arena = arena };
    struct wanted wanted = { .branch = "HEAD" };
    fetch.revision = revision_split(request->revision, arena);
    bool good = connect_remote(&fetch, err) && choose(&fetch, &wanted, err) &&
                download(&fetch, &wanted, err) && find_commit(&fetch, &wanted, out, err);
    git_remote_free(fetch.remote);
    if (!good) {
        repo_close(&fetch.repo);
        return false;
    }
    *out_repo = fetch.repo;
    *out_name = request->revision && *request->revision ? request->revision : wanted.branch;
    return true;
}
