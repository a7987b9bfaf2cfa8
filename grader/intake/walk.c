/* walk.c - from a commit's tree to frames. */
#include "grader/intake/walk.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "grader/base/arena.h"

/*
 * Theory of operation
 *
 *   commit's tree -> each root -> each entry whose name is a problem's id -> everything below it
 *
 * Only trees on that way are loaded, and one level of folders that are no problem (do they hold C
 * files?). The way below a problem is walked with a stack of INTAKE_LEVELS_MAX trees, no recursion.
 * Every entry looked at, wherever it is, counts against INTAKE_ENTRIES_MAX. A blob is loaded only
 * after its header gave a size within all that is left.
 */

enum { PATH_BYTES = INTAKE_FOLDER_PATH_MAX + INTAKE_LEVELS_MAX * (INTAKE_NAME_MAX + 1) + 1 };
static_assert(PATH_BYTES + 8 < INTAKE_LEFT_OUT_NAME_MAX, "room for a name below the deepest");

/* The problem's folder that is being walked. */
struct folder {
    size_t path_length; /* of the folder itself: paths of files begin behind it */
    size_t files, bytes;
    struct str kept[INTAKE_FOLDER_FILES_MAX]; /* in the arena */
};

struct level {
    git_tree *tree; /* owned */
    size_t next;    /* entry */
    size_t path_length;
};

struct walk {
    struct repo *repo;
    const struct walk_request *request;
    struct emitter *emitter;
    struct arena arena;
    bool *taken; /* one a problem */
    size_t entries, foreign, total_bytes;
    char path[PATH_BYTES]; /* of the folder being looked at, from the top */
    struct folder folder;
    struct level levels[INTAKE_LEVELS_MAX];
    size_t depth;
};

struct entry {
    struct str name;
    const git_oid *id;
    unsigned mode;
};

static bool next_entry(struct walk *walk, git_tree *tree, size_t i, struct entry *out,
                       struct err *err)
{
    if (walk->entries++ == INTAKE_ENTRIES_MAX)
        return err_set(err, ERR_INPUT,
                       "more than %d files and folders where solutions are looked for, the last in "
                       "'%s/'; take out what is no solution",
                       INTAKE_ENTRIES_MAX, walk->path);
    const git_tree_entry *entry = git_tree_entry_byindex(tree, i);
    assert(entry);
    *out = (struct entry){ str_of(git_tree_entry_name(entry)), git_tree_entry_id(entry),
                           (unsigned)git_tree_entry_filemode_raw(entry) };
    return true;
}

static bool is_folder(const struct entry *entry)
{
    return (entry->mode & S_IFMT) == S_IFDIR;
}

/* Kinds of entries that are never read. Git writes 100644, 100755 and, long ago, 100664. */
static enum left_out_reason judge_mode(unsigned mode)
{
    static const struct {
        unsigned mode, mask;
        enum left_out_reason reason;
    } rows[] = {
        { 0100644, ~0u, LEFT_OUT_NOT },        { 0100755, ~0u, LEFT_OUT_NOT },
        { 0100664, ~0u, LEFT_OUT_NOT },        { 0040000, S_IFMT, LEFT_OUT_NOT },
        { 0120000, S_IFMT, LEFT_OUT_SYMLINK }, { 0160000, S_IFMT, LEFT_OUT_SUBMODULE },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if ((mode & rows[i].mask) == rows[i].mode)
            return rows[i].reason;
    return LEFT_OUT_MODE;
}

/* Appends "/name" (or "name" at the top) to the path. The caller judged the name. */
static void path_enter(struct walk *walk, struct str name)
{
    size_t length = strlen(walk->path);
    int put = snprintf(walk->path + length, sizeof walk->path - length, "%s%.*s",
                       length > 0 ? "/" : "", (int)name.length, name.at);
    assert(put >= 0 && (size_t)put < sizeof walk->path - length);
}

static void path_leave(struct walk *walk, size_t length)
{
    walk->path[length] = '\0';
}

/* How messages call an entry of the folder being looked at. */
static const char *spell(const struct walk *walk, struct str name, char out[PATH_BYTES + 8])
{
    snprintf(out, PATH_BYTES + 8, "'%s%s%.*s'", walk->path, *walk->path ? "/" : "",
             (int)name.length, name.at);
    return out;
}

static void leave_out(struct walk *walk, struct str name, enum left_out_reason reason)
{
    emit_left_out(walk->emitter, walk->path, name, reason);
}

/* ---- below a problem's folder ---- */

static bool clashes(const struct folder *folder, struct str path)
{
    for (size_t i = 0; i < folder->files; i++)
        if (paths_clash(folder->kept[i], path))
            return true;
    return false;
}

static enum left_out_reason judge_size(const struct walk *walk, size_t size)
{
    if (size > INTAKE_FILE_BYTES_MAX)
        return LEFT_OUT_FILE_BYTES;
    if (size > INTAKE_FOLDER_BYTES_MAX - walk->folder.bytes)
        return LEFT_OUT_FOLDER_BYTES;
    if (size > INTAKE_TOTAL_BYTES_MAX - walk->total_bytes)
        return LEFT_OUT_TOTAL_BYTES;
    return LEFT_OUT_NOT;
}

static void keep(struct walk *walk, struct str path, struct str content)
{
    struct folder *folder = &walk->folder;
    folder->kept[folder->files++] = path;
    folder->bytes += content.length;
    walk->total_bytes += content.length;
    emit_file(walk->emitter, path, content);
}

/* The entry's path within the problem's folder, in the arena. */
static struct str path_in_folder(struct walk *walk, struct str name)
{
    const char *above = walk->path + walk->folder.path_length;
    above += *above == '/';
    return str_of(arena_printf(&walk->arena, "%s%s%.*s", above, *above ? "/" : "", (int)name.length,
                               name.at));
}

/* Judges by size, then by content; keeps or leaves out. */
static bool read_file(struct walk *walk, const struct entry *entry, struct err *err)
{
    char spelt[PATH_BYTES + 8];
    const char *what = spell(walk, entry->name, spelt);
    size_t size;
    if (!repo_blob_size(walk->repo, entry->id, what, &size, err))
        return false;
    enum left_out_reason reason = judge_size(walk, size);
    if (reason != LEFT_OUT_NOT) {
        leave_out(walk, entry->name, reason);
        return true;
    }
    SCOPED_BLOB blob = NULL;
    if (!repo_blob(walk->repo, entry->id, what, &blob, err))
        return false;
    struct str content = { git_odb_object_data(blob), git_odb_object_size(blob) };
    if (content.length != size)
        return err_set(err, ERR_INPUT, "%s has another size than its header says", what);
    struct str path = path_in_folder(walk, entry->name);
    if (content_is_lfs_pointer(content))
        leave_out(walk, entry->name, LEFT_OUT_LFS);
    else if (clashes(&walk->folder, path))
        leave_out(walk, entry->name, LEFT_OUT_TWICE);
    else
        keep(walk, path, content);
    return true;
}

/* What can be said without loading anything. */
static enum left_out_reason judge_entry(const struct walk *walk, const struct entry *entry)
{
    enum left_out_reason reason = judge_mode(entry->mode);
    if (reason == LEFT_OUT_NOT)
        reason = name_judge(entry->name);
    if (reason != LEFT_OUT_NOT)
        return reason;
    if (is_folder(entry))
        return walk->depth == INTAKE_LEVELS_MAX ? LEFT_OUT_DEEP : LEFT_OUT_NOT;
    if (!name_is_of_interest(entry->name))
        return LEFT_OUT_NOT_C;
    return walk->folder.files == INTAKE_FOLDER_FILES_MAX ? LEFT_OUT_FOLDER_FILES : LEFT_OUT_NOT;
}

static bool push(struct walk *walk, const struct entry *entry, struct err *err)
{
    assert(walk->depth < INTAKE_LEVELS_MAX);
    char spelt[PATH_BYTES + 8];
    git_tree *tree = NULL;
    if (!repo_tree(walk->repo, entry->id, spell(walk, entry->name, spelt), &tree, err))
        return false;
    walk->levels[walk->depth++] = (struct level){ tree, 0, strlen(walk->path) };
    path_enter(walk, entry->name);
    return true;
}

static void pop(struct walk *walk)
{
    struct level *level = &walk->levels[--walk->depth];
    path_leave(walk, level->path_length);
    git_tree_free(level->tree);
    level->tree = NULL;
}

static bool visit(struct walk *walk, const struct entry *entry, struct err *err)
{
    enum left_out_reason reason = judge_entry(walk, entry);
    if (reason != LEFT_OUT_NOT) {
        leave_out(walk, entry->name, reason);
        return true;
    }
    return is_folder(entry) ? push(walk, entry, err) : read_file(walk, entry, err);
}

/* entry is the problem's folder in the folder that walk->path names. */
static bool walk_folder(struct walk *walk, const struct entry *entry, struct err *err)
{
    assert(walk->depth == 0);
    if (!push(walk, entry, err))
        return false;
    walk->folder = (struct folder){ .path_length = strlen(walk->path) };
    bool good = true;
    while (good && walk->depth > 0 && !walk->emitter->failed) {
        struct level *level = &walk->levels[walk->depth - 1];
        struct entry below;
        if (level->next == git_tree_entrycount(level->tree))
            pop(walk);
        else
            good = next_entry(walk, level->tree, level->next++, &below, err) &&
                   visit(walk, &below, err);
    }
    while (walk->depth > 0)
        pop(walk);
    return good;
}

/* ---- the roots ---- */

static size_t find_problem(const struct walk_request *request, struct str name)
{
    size_t i = 0;
    while (i < request->problem_count && !str_is(name, request->problem_ids[i]))
        i++;
    return i;
}

/* Another root, or a folder on the way to one: "a" for the root "a/b". */
static bool leads_to_root(const struct walk *walk, struct str name)
{
    char here[PATH_BYTES + 8];
    int length = snprintf(here, sizeof here, "%s%s%.*s", walk->path, *walk->path ? "/" : "",
                          (int)name.length, name.at);
    for (size_t i = 0; length > 0 && (size_t)length < sizeof here && i < walk->request->root_count;
         i++) {
        const char *root = walk->request->roots[i];
        if (str_starts(root, here) && (root[length] == '/' || root[length] == '\0'))
            return true;
    }
    return false;
}

/* A folder that is no problem is named when it holds C files: probably a name that is not quite
 * right. It may be damaged; that is no concern of ours. */
static bool look_into_foreign(struct walk *walk, const struct entry *entry, struct err *err)
{
    SCOPED_TREE tree = NULL;
    struct err ignored = { 0 };
    if (walk->foreign++ >= INTAKE_FOREIGN_MAX || leads_to_root(walk, entry->name) ||
        !repo_tree(walk->repo, entry->id, "a folder", &tree, &ignored))
        return true;
    size_t count = git_tree_entrycount(tree);
    for (size_t i = 0; i < count; i++) {
        struct entry below;
        if (!next_entry(walk, tree, i, &below, err))
            return false;
        struct str name = below.name;
        if (!is_folder(&below) && name.length > 2 &&
            memcmp(name.at + name.length - 2, ".c", 2) == 0) {
            leave_out(walk, entry->name, LEFT_OUT_FOREIGN);
            return true;
        }
    }
    return true;
}

static bool take_folder(struct walk *walk, const struct entry *entry, size_t problem,
                        struct err *err)
{
    if (walk->taken[problem]) {
        leave_out(walk, entry->name, LEFT_OUT_TAKEN);
        return true;
    }
    char folder[INTAKE_FOLDER_PATH_MAX + 1];
    if (!folder_path(walk->path, walk->request->problem_ids[problem], folder))
        return err_set(err, ERR_FAULT, "the folder of problem '%.100s' has too long a path",
                       walk->request->problem_ids[problem]);
    walk->taken[problem] = true;
    emit_submission(walk->emitter, walk->request->problem_ids[problem], folder);
    return walk_folder(walk, entry, err);
}

/* "lrucache.c" beside the folders where "lrucache/" is expected. */
static bool is_named_after_a_problem(const struct walk *walk, struct str name)
{
    struct str stem = name;
    if (stem.length > 2 && memcmp(stem.at + stem.length - 2, ".c", 2) == 0)
        stem.length -= 2;
    return find_problem(walk->request, stem) < walk->request->problem_count;
}

static bool visit_in_root(struct walk *walk, const struct entry *entry, struct err *err)
{
    size_t problem = find_problem(walk->request, entry->name);
    enum left_out_reason reason = judge_mode(entry->mode);
    if (is_folder(entry))
        return problem < walk->request->problem_count ? take_folder(walk, entry, problem, err)
                                                      : look_into_foreign(walk, entry, err);
    if (reason != LEFT_OUT_NOT)
        leave_out(walk, entry->name, reason);
    else if (is_named_after_a_problem(walk, entry->name))
        leave_out(walk, entry->name, LEFT_OUT_OUTSIDE);
    return true;
}

static bool scan_root(struct walk *walk, git_tree *tree, struct err *err)
{
    size_t count = git_tree_entrycount(tree);
    for (size_t i = 0; i < count && !walk->emitter->failed; i++) {
        struct entry entry;
        if (!next_entry(walk, tree, i, &entry, err) || !visit_in_root(walk, &entry, err))
            return false;
    }
    return true;
}

/* One part of a root's path down; *tree becomes NULL when there is no such folder. */
static bool descend(struct walk *walk, git_tree **tree, struct str part, struct err *err)
{
    char name[INTAKE_FOLDER_PATH_MAX + 1];
    snprintf(name, sizeof name, "%.*s", (int)part.length, part.at);
    const git_tree_entry *found = git_tree_entry_byname(*tree, name);
    git_tree *next = NULL;
    char spelt[PATH_BYTES + 8];
    if (found && git_tree_entry_type(found) == GIT_OBJECT_TREE) {
        const git_oid *id = git_tree_entry_id(found);
        if (!repo_tree(walk->repo, id, spell(walk, part, spelt), &next, err))
            return false;
    } else if (found) {
        enum left_out_reason reason = judge_mode((unsigned)git_tree_entry_filemode_raw(found));
        leave_out(walk, part, reason == LEFT_OUT_NOT ? LEFT_OUT_MODE : reason);
    }
    git_tree_free(*tree);
    *tree = next;
    path_enter(walk, part);
    return true;
}

static bool walk_root(struct walk *walk, git_commit *commit, const char *root, struct err *err)
{
    SCOPED_TREE tree = NULL;
    walk->path[0] = '\0';
    if (!repo_tree(walk->repo, git_commit_tree_id(commit), "the commit's tree", &tree, err))
        return false;
    for (const char *at = root; tree && *at;) {
        size_t length = strcspn(at, "/");
        if (!descend(walk, &tree, (struct str){ at, length }, err))
            return false;
        at += length + (at[length] == '/');
    }
    return !tree || scan_root(walk, tree, err);
}

bool walk_commit(struct repo *repo, git_commit *commit, const struct walk_request *request,
                 struct emitter *emitter, struct err *err)
{
    struct walk walk = { .repo = repo, .request = request, .emitter = emitter };
    walk.taken = ARENA_ARRAY(&walk.arena, request->problem_count, bool);
    bool good = true;
    for (size_t i = 0; good && i < request->root_count; i++)
        good = walk_root(&walk, commit, request->roots[i], err);
    arena_release(&walk.arena);
    return good;
}
