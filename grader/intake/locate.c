/* locate.c - what the user named. */
#include "grader/intake/locate.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/base/str.h"

enum { POINTER_BYTES_MAX = 4096 + 16 };

/* ---- addresses ---- */

static const struct scheme {
    const char *start;
    bool is_ssh;
    bool name_is_secret; /* a user's name alone may be a token */
} schemes[] = {
    { "http://", false, true }, { "https://", false, true },   { "git://", false, true },
    { "ssh://", true, false },  { "git+ssh://", true, false },
};

static const struct scheme *find_scheme(const char *where)
{
    for (size_t i = 0; i < COUNT_OF(schemes); i++)
        if (strncasecmp(where, schemes[i].start, strlen(schemes[i].start)) == 0)
            return &schemes[i];
    return NULL;
}

/* "user@host:path" without a slash before the colon. */
static bool is_scp_like(const char *where)
{
    size_t to_colon = strcspn(where, ":/");
    const char *at = memchr(where, '@', to_colon);
    return where[to_colon] == ':' && at && at > where && at + 1 < where + to_colon &&
           where[to_colon + 1] != '\0';
}

/* "scheme://" of letters, digits, '+', '-', '.'. */
static size_t scheme_length(const char *where)
{
    size_t length = strspn(where, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                  "+-.");
    return length > 0 && str_starts(where + length, "://") ? length : 0;
}

/* Between "://" and the '@' before the first slash; ssh's bare user name is no secret. A query may
 * be a token, too: it is cut off. */
static void mask(const char *where, const struct scheme *scheme, struct arena *arena,
                 struct location *out)
{
    size_t start = strlen(scheme->start);
    const char *authority = where + start;
    size_t authority_length = strcspn(authority, "/?#");
    const char *at = memrchr(authority, '@', authority_length);
    size_t secret_length = at ? (size_t)(at - authority) : 0;
    bool is_secret = at && (scheme->name_is_secret || memchr(authority, ':', secret_length));
    const char *rest = is_secret ? at : authority;
    size_t rest_length = strcspn(rest, "?");
    out->secret = is_secret ? arena_memdup(arena, authority, secret_length) : "";
    out->origin = arena_printf(arena, "%.*s%s%.*s%s", (int)start, where, is_secret ? "***" : "",
                               (int)rest_length, rest, rest[rest_length] ? "?***" : "");
}

static int hex_value(char c)
{
    const char *digits = "0123456789abcdef";
    const char *at = c ? strchr(digits, c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c) : NULL;
    return at ? (int)(at - digits) : -1;
}

/* The path of a file:// address; NULL when it names another host or an escape is bad. */
static const char *file_path(const char *where, struct arena *arena)
{
    const char *from = where + strlen("file://");
    if (str_starts(from, "localhost/"))
        from += strlen("localhost");
    char *path = arena_strdup(arena, from);
    char *to = path;
    for (; *from; from++) {
        int high = *from == '%' ? hex_value(from[1]) : 0;
        int low = *from == '%' && high >= 0 ? hex_value(from[2]) : 0;
        if (high < 0 || low < 0 || (*from == '%' && high + low == 0))
            return NULL;
        *to++ = *from == '%' ? (char)(high * 16 + low) : *from;
        from += *from == '%' ? 2 : 0;
    }
    *to = '\0';
    return *path == '/' ? path : NULL;
}

/* ---- folders ---- */

static bool is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool exists(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0;
}

static bool real_path(const char *path, struct arena *arena, const char **out)
{
    char real[PATH_MAX];
    if (!realpath(path, real))
        return false;
    *out = arena_strdup(arena, real);
    return true;
}

/* A file of exactly one line: prefix, then a path, relative to base or absolute. */
static bool follow_pointer(const char *file, const char *prefix, const char *base,
                           struct arena *arena, const char **out, struct err *err)
{
    struct str content, line;
    if (!file_read(file, POINTER_BYTES_MAX, arena, &content, err))
        return false;
    struct str rest = content;
    bool good = str_next_line(&rest, &line) && rest.length == 0 && line.length > strlen(prefix) &&
                !memchr(line.at, '\0', line.length) && memcmp(line.at, prefix, strlen(prefix)) == 0;
    if (!good)
        return err_set(err, ERR_INPUT, "'%s' is not the one line '%sPATH'", file, prefix);
    size_t length = line.length - strlen(prefix);
    const char *target = arena_memdup(arena, line.at + strlen(prefix), length);
    const char *path = *target == '/' ? target : arena_printf(arena, "%s/%s", base, target);
    if (!real_path(path, arena, out))
        return err_sys(err, ERR_INPUT, "'%s' leads to '%s'", file, path);
    return true;
}

/* `.git` of a folder (or the folder itself, when it is bare) as the folder with HEAD. */
static bool find_git_folder(const char *real, struct arena *arena, const char **out,
                            struct err *err)
{
    const char *inner = arena_printf(arena, "%s/.git", real);
    if (!is_folder(real)) {
        const char *above = arena_memdup(arena, real, (size_t)(strrchr(real, '/') - real));
        if (!str_ends(real, "/.git"))
            return err_set(err, ERR_INPUT, "not a Git repository but a file");
        return follow_pointer(real, "gitdir: ", above, arena, out, err);
    }
    if (is_folder(inner))
        return real_path(inner, arena, out) || err_sys(err, ERR_INPUT, "cannot open '%s'", inner);
    if (exists(inner))
        return follow_pointer(inner, "gitdir: ", real, arena, out, err);
    *out = real;
    return true;
}

static bool find_common_folder(const char *git_folder, struct arena *arena, const char **out,
                               struct err *err)
{
    const char *pointer = arena_printf(arena, "%s/commondir", git_folder);
    if (exists(pointer))
        return follow_pointer(pointer, "", git_folder, arena, out, err);
    *out = git_folder;
    return true;
}

/* The marks by which Git itself knows a repository, and those of a format that libgit2 lacks. */
static bool check_marks(const struct location *at, struct arena *arena, struct err *err)
{
    if (access(at->git_folder, R_OK | X_OK) != 0 || access(at->common_folder, R_OK | X_OK) != 0)
        return err_sys(err, ERR_INPUT, "cannot open '%s'", at->git_folder);
    bool has_head = exists(arena_printf(arena, "%s/HEAD", at->git_folder));
    bool has_stores = is_folder(arena_printf(arena, "%s/objects", at->common_folder)) &&
                      is_folder(arena_printf(arena, "%s/refs", at->common_folder));
    if (has_stores && !has_head)
        return err_set(err, ERR_INPUT,
                       "a Git repository without HEAD; write 'ref: refs/heads/main' into '%s/HEAD'",
                       at->git_folder);
    if (!has_stores || !has_head)
        return err_set(err, ERR_INPUT,
                       "not a Git repository; name the top folder of one, or make it one with `git "
                       "init` and commit");
    if (is_folder(arena_printf(arena, "%s/reftable", at->common_folder)))
        return err_set(err, ERR_INPUT,
                       "its branches are kept in the reftable format, which cannot be read; `git "
                       "refs migrate --ref-format=files` converts it");
    return true;
}

static bool locate_local(const char *path, struct arena *arena, struct location *out,
                         struct err *err)
{
    const char *real;
    if (!real_path(path, arena, &real))
        return errno == ENOENT ? err_set(err, ERR_INPUT, "no such file or folder")
                               : err_sys(err, ERR_INPUT, "cannot open it");
    struct location found = *out;
    if (!find_git_folder(real, arena, &found.git_folder, err) ||
        !find_common_folder(found.git_folder, arena, &found.common_folder, err) ||
        !check_marks(&found, arena, err))
        return false;
    *out = found;
    return true;
}

static bool locate_remote(const char *where, bool is_ssh, struct location *out, struct err *err)
{
    for (const char *at = where; *at; at++)
        if ((unsigned char)*at <= ' ' || *at == 0x7f)
            return err_set(err, ERR_INPUT, "an address with a space or a control character in it");
    out->url = where;
    out->is_ssh = is_ssh;
    return true;
}

bool locate(const char *where, struct arena *arena, struct location *out, struct err *err)
{
    const char *named = arena_strdup(arena, where);
    *out = (struct location){ .origin = named, .secret = "" };
    const struct scheme *scheme = find_scheme(named);
    if (scheme) {
        mask(named, scheme, arena, out);
        return locate_remote(named, scheme->is_ssh, out, err);
    }
    if (str_starts(named, "file://")) {
        const char *path = file_path(named, arena);
        return path ? locate_local(path, arena, out, err)
                    : err_set(err, ERR_INPUT, "not an address of a file on this machine");
    }
    if (!exists(named) && is_scp_like(named))
        return locate_remote(named, true, out, err);
    if (scheme_length(named) > 0)
        return err_set(err, ERR_INPUT,
                       "addresses of the kind '%.*s://' are not understood: http, https, git, ssh "
                       "and file are",
                       (int)scheme_length(named), named);
    return locate_local(named, arena, out, err);
}
