/* revision.c - from what the user calls a state to a commit. */
#include "grader/intake/revision.h"

#include <assert.h>
#include <string.h>

#include "grader/base/num.h"

enum { STEPS_MAX = 10000, REFS_SEEN_MAX = 100 * 1000 };

struct revision revision_split(const char *asked, struct arena *arena)
{
    const char *whole = asked && *asked ? asked : "HEAD";
    size_t length = strcspn(whole, "~^");
    return (struct revision){ arena_memdup(arena, whole, length),
                              arena_strdup(arena, whole + length) };
}

bool revision_is_head(const char *base)
{
    return strcmp(base, "HEAD") == 0 || strcmp(base, "@") == 0;
}

bool revision_is_hex(const char *base)
{
    size_t length = strlen(base);
    return length >= GIT_OID_MINPREFIXLEN && length <= GIT_OID_HEXSZ &&
           strspn(base, "0123456789abcdefABCDEF") == length;
}

const char *revision_candidate(size_t i, const char *base, struct arena *arena)
{
    static const char *const places[] = { "", "refs/tags/", "refs/heads/", "refs/remotes/",
                                          "refs/remotes/origin/" };
    return i < COUNT_OF(places) ? arena_printf(arena, "%s%s", places[i], base) : NULL;
}

bool revision_by_hex(struct repo *repo, const char *hex, git_oid *out, bool *found, struct err *err)
{
    git_oid prefix;
    git_error_clear();
    if (git_oid_fromstrn(&prefix, hex, strlen(hex)) < 0)
        return err_set(err, ERR_FAULT, "cannot read the commit id '%s': %s", hex, gitlib_cause());
    int code = git_odb_exists_prefix(out, repo->odb, &prefix, strlen(hex));
    if (code == GIT_EAMBIGUOUS)
        return err_set(err, ERR_INPUT,
                       "the abbreviation '%s' fits more than one object; give more digits", hex);
    if (code < 0 && code != GIT_ENOTFOUND)
        return err_set(err, ERR_INPUT, "cannot look for '%s': %s", hex, gitlib_cause());
    *found = code == 0;
    return true;
}

/* The n-th parent (0: the commit itself) replaces *commit. */
static bool step_to_parent(struct repo *repo, git_commit **commit, uint64_t n, struct err *err)
{
    if (n == 0)
        return true;
    const git_oid *id = n <= git_commit_parentcount(*commit)
                            ? git_commit_parent_id(*commit, (unsigned)n - 1)
                            : NULL;
    if (!id)
        return err_set(err, ERR_INPUT, "the history does not reach back that far");
    git_commit *parent = NULL;
    if (!repo_commit(repo, id, "the history", &parent, err))
        return false;
    git_commit_free(*commit);
    *commit = parent;
    return true;
}

/* "~3" or "^2" at *at, as so many steps to so manieth a parent; *at moves behind it. */
static bool read_suffix(const char **at, uint64_t *steps, uint64_t *parent)
{
    char kind = **at;
    size_t digits = strspn(*at + 1, "0123456789");
    uint64_t n = 1;
    if ((kind != '~' && kind != '^') ||
        (digits > 0 && !num_u64((struct str){ *at + 1, digits }, 0, STEPS_MAX, &n)))
        return false;
    *at += 1 + digits;
    *steps = kind == '~' ? n : 1;
    *parent = kind == '~' ? 1 : n;
    return true;
}

bool revision_walk_back(struct repo *repo, const char *suffix, git_commit **commit, struct err *err)
{
    git_commit *at = NULL;
    if (git_commit_dup(&at, *commit) < 0)
        return err_set(err, ERR_FAULT, "cannot hold a commit: %s", gitlib_cause());
    uint64_t done = 0;
    bool good = true;
    for (const char *rest = suffix; good && *rest;) {
        uint64_t steps = 0, parent = 0;
        if (!read_suffix(&rest, &steps, &parent) || done + steps > STEPS_MAX) {
            good = err_set(err, ERR_INPUT,
                           "cannot understand '%s' behind a revision: '~n' and '^n' are "
                           "understood, up to %d steps",
                           suffix, STEPS_MAX);
            break;
        }
        for (uint64_t i = 0; good && i < steps; i++)
            good = step_to_parent(repo, &at, parent, err);
        done += steps;
    }
    git_commit_free(good ? *commit : at);
    if (good)
        *commit = at;
    return good;
}

bool revision_unknown(const char *base, const struct ref_names *names, struct arena *arena,
                      struct err *err)
{
    if (names->count == 0)
        return revision_no_head(NULL, names, arena, err);
    const char *near = suggest_names(names, base, arena);
    if (*near)
        return err_set(err, ERR_INPUT, "no branch, tag or commit '%.200s'; did you mean %s?", base,
                       near);
    return err_set(err, ERR_INPUT, "no branch, tag or commit '%.200s'; there are: %s", base,
                   list_names(names, arena));
}

bool revision_no_head(const char *target, const struct ref_names *names, struct arena *arena,
                      struct err *err)
{
    if (names->count == 0)
        return err_set(err, ERR_INPUT,
                       "an empty repository: it has no commit yet; commit your solutions (and push "
                       "them) first");
    const char *there_are = list_names(names, arena);
    if (!target)
        return err_set(err, ERR_INPUT, "HEAD points nowhere; name a branch with --rev: %s",
                       there_are);
    return err_set(err, ERR_INPUT,
                   "HEAD points to '%.200s', which does not exist; name a branch with --rev: %s",
                   target, there_are);
}

static bool collect_names(struct repo *repo, struct arena *arena, struct ref_names *out,
                          struct err *err)
{
    static const char *const globs[] = { "refs/heads/*", "refs/tags/*", "refs/remotes/*" };
    for (size_t i = 0; i < COUNT_OF(globs); i++) {
        git_reference_iterator *all = NULL;
        const char *name = NULL;
        if (git_reference_iterator_glob_new(&all, repo->git, globs[i]) < 0)
            return err_set(err, ERR_INPUT, "cannot list its branches: %s", gitlib_cause());
        for (int seen = 0; seen < REFS_SEEN_MAX && git_reference_next_name(&name, all) == 0; seen++)
            ref_names_add(out, arena, name);
        git_reference_iterator_free(all);
    }
    ref_names_sort(out);
    return true;
}

/* Where a reference leads in the end. *found is false for a name that leads nowhere. */
static bool look_up(struct repo *repo, const char *name, git_oid *out, bool *found, struct err *err)
{
    SCOPED_REFERENCE named = NULL;
    SCOPED_REFERENCE resolved = NULL;
    *found = false;
    int code = git_reference_lookup(&named, repo->git, name);
    if (code == 0)
        code = git_reference_resolve(&resolved, named);
    if (code == GIT_ENOTFOUND || code == GIT_EINVALIDSPEC)
        return true;
    if (code < 0)
        return err_set(err, ERR_INPUT, "cannot read the reference '%.200s': %s", name,
                       gitlib_cause());
    git_oid_cpy(out, git_reference_target(resolved));
    *found = true;
    return true;
}

/* HEAD's branch by its full name, in the arena; NULL when HEAD is on none. */
static const char *head_target(struct repo *repo, struct arena *arena)
{
    SCOPED_REFERENCE head = NULL;
    if (git_reference_lookup(&head, repo->git, "HEAD") < 0 ||
        git_reference_type(head) != GIT_REFERENCE_SYMBOLIC)
        return NULL;
    return arena_strdup(arena, git_reference_symbolic_target(head));
}

static bool find_head(struct repo *repo, struct arena *arena, git_oid *out, const char **out_name,
                      struct err *err)
{
    bool found;
    if (!look_up(repo, "HEAD", out, &found, err))
        return false;
    const char *target = head_target(repo, arena);
    if (!found) {
        struct ref_names names = { 0 };
        return collect_names(repo, arena, &names, err) &&
               revision_no_head(target, &names, arena, err);
    }
    const char *short_name = target ? ref_short_name(target) : NULL;
    *out_name = short_name ? short_name : "HEAD";
    return true;
}

/* In the order that the header promises. */
static bool find_named(struct repo *repo, const char *base, struct arena *arena, git_oid *out,
                       struct err *err)
{
    bool found = false;
    bool is_hex = revision_is_hex(base);
    if (is_hex && strlen(base) == GIT_OID_HEXSZ && !revision_by_hex(repo, base, out, &found, err))
        return false;
    for (size_t i = 0; !found; i++) {
        const char *candidate = revision_candidate(i, base, arena);
        if (!candidate)
            break;
        bool is_whole = i > 0 || str_starts(candidate, "refs/");
        if (is_whole && !look_up(repo, candidate, out, &found, err))
            return false;
    }
    if (!found && is_hex && !revision_by_hex(repo, base, out, &found, err))
        return false;
    if (found)
        return true;
    struct ref_names names = { 0 };
    return collect_names(repo, arena, &names, err) && revision_unknown(base, &names, arena, err);
}

bool revision_resolve(struct repo *repo, const char *asked, struct arena *arena, git_commit **out,
                      const char **out_name, struct err *err)
{
    struct revision revision = revision_split(asked, arena);
    git_oid id;
    bool is_default = !asked || !*asked;
    const char *branch = "HEAD";
    bool found = revision_is_head(revision.base) ? find_head(repo, arena, &id, &branch, err)
                                                 : find_named(repo, revision.base, arena, &id, err);
    if (!found)
        return false;
    SCOPED_COMMIT commit = NULL;
    const char *what = arena_printf(arena, "the revision '%.200s'", revision.base);
    if (!repo_commit(repo, &id, what, &commit, err) ||
        !revision_walk_back(repo, revision.suffix, &commit, err))
        return false;
    *out = commit;
    commit = NULL;
    *out_name = is_default ? branch : asked;
    return true;
}
