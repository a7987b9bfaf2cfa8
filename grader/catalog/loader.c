/* loader.c - the package's folder as the format sees it. */
#include "grader/catalog/loader.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "grader/base/buf.h"
#include "grader/base/fd.h"

/* Names come from a folder that may hold anything: only what prints is shown, on one line. */
static void make_printable(char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < 0x20 || *text == 0x7f)
            *text = '?';
}

static void add_warning(struct loader *loader, const char *text)
{
    struct package *package = loader->package;
    for (size_t i = 0; i < package->warning_count; i++) /* folders are read more than once */
        if (strcmp(package->warnings[i], text) == 0)
            return;
    package->warnings = arena_grow(loader->arena, package->warnings, package->warning_count,
                                   &loader->warning_capacity, sizeof(const char *));
    package->warnings[package->warning_count++] = arena_strdup(loader->arena, text);
}

static void warn(struct loader *loader, char *text)
{
    make_printable(text);
    if (loader->package->warning_count < LOADER_WARNING_MAX)
        add_warning(loader, text);
    else if (loader->package->warning_count == LOADER_WARNING_MAX)
        add_warning(loader,
                    arena_printf(loader->arena, "more warnings than %d: the rest is not shown",
                                 LOADER_WARNING_MAX));
}

void loader_warn(struct loader *loader, const char *format, ...)
{
    char text[ERR_TEXT_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    warn(loader, text);
}

void loader_warn_at(struct loader *loader, const struct yml_node *node, const char *format, ...)
{
    char text[ERR_TEXT_MAX];
    va_list args;
    int used = snprintf(text, sizeof text, "%s:%u: ", node->file, node->line);
    assert(used > 0 && (size_t)used < sizeof text);
    va_start(args, format);
    vsnprintf(text + used, sizeof text - (size_t)used, format, args);
    va_end(args);
    warn(loader, text);
}

bool loader_name_is_good(const char *name)
{
    static const char good[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";
    size_t length = strspn(name, good);
    return length >= 1 && length <= 255 && name[length] == '\0' && !strchr(".-", name[0]);
}

const char *loader_join(struct loader *loader, const char *place, const char *name)
{
    if (place[0] == '\0')
        return arena_strdup(loader->arena, name);
    return arena_printf(loader->arena, "%s/%s", place, name);
}

/* A link's target must lie in the package. */
static bool check_link(const struct loader *loader, const struct entry *entry, struct err *err)
{
    char target[PATH_MAX];
    if (!realpath(entry->path, target))
        return err_sys(err, ERR_INPUT, "cannot follow the symbolic link '%s'", entry->place);
    size_t length = strlen(loader->root);
    bool inside = strncmp(target, loader->root, length) == 0 &&
                  (target[length] == '/' || target[length] == '\0');
    return inside ||
           err_set(err, ERR_INPUT, "cannot use '%s': a symbolic link that leaves the package",
                   entry->place);
}

static bool classify(const struct loader *loader, struct entry *entry, struct err *err)
{
    struct stat st;
    if (lstat(entry->path, &st) != 0)
        return err_sys(err, ERR_INPUT, "cannot look at '%s'", entry->place);
    if (S_ISLNK(st.st_mode)) {
        if (!check_link(loader, entry, err))
            return false;
        if (stat(entry->path, &st) != 0)
            return err_sys(err, ERR_INPUT, "cannot look at '%s'", entry->place);
    }
    if (!S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode))
        return err_set(err, ERR_INPUT, "cannot use '%s': neither a regular file nor a folder",
                       entry->place);
    entry->is_folder = S_ISDIR(st.st_mode);
    entry->is_executable = !entry->is_folder && (st.st_mode & 0111);
    return true;
}

static int by_name(const void *a, const void *b)
{
    const struct entry *left = a, *right = b;
    return strcmp(left->name, right->name);
}

/* One entry of an open folder into the listing; left out ones are no error. */
static bool add_entry(struct loader *loader, const char *place, const char *name,
                      struct listing *listing, size_t *capacity, struct err *err)
{
    if (name[0] == '.')
        return true;
    struct entry entry = { .name = arena_strdup(loader->arena, name) };
    entry.place = loader_join(loader, place, name);
    entry.path = arena_printf(loader->arena, "%s/%s", loader->root, entry.place);
    if (!loader_name_is_good(name)) {
        loader_warn(loader, "'%s' is ignored: its name breaks the format's rule for names",
                    entry.place);
        return true;
    }
    if (listing->count == LOADER_ENTRY_MAX)
        return err_set(err, ERR_INPUT, "cannot use '%s': more than %d entries", place,
                       LOADER_ENTRY_MAX);
    if (!classify(loader, &entry, err))
        return false;
    listing->entries =
        arena_grow(loader->arena, listing->entries, listing->count, capacity, sizeof entry);
    listing->entries[listing->count++] = entry;
    return true;
}

static bool read_folder(struct loader *loader, DIR *folder, const char *place,
                        struct listing *listing, struct err *err)
{
    size_t capacity = 0;
    for (;;) {
        errno = 0;
        const struct dirent *found = readdir(folder);
        if (!found && errno != 0)
            return err_sys(err, ERR_FAULT, "cannot read the folder '%s'", place);
        if (!found)
            return true;
        if (!add_entry(loader, place, found->d_name, listing, &capacity, err))
            return false;
    }
}

bool loader_list(struct loader *loader, const char *place, struct listing *out, struct err *err)
{
    struct listing listing = { .exists = true };
    const char *path =
        place[0] ? arena_printf(loader->arena, "%s/%s", loader->root, place) : loader->root;
    DIR *folder = opendir(path);
    if (!folder && errno == ENOENT) {
        *out = (struct listing){ 0 };
        return true;
    }
    if (!folder)
        return err_sys(err, ERR_INPUT, "cannot open the folder '%s'", place[0] ? place : path);
    bool good = read_folder(loader, folder, place, &listing, err);
    closedir(folder);
    if (!good)
        return false;
    if (listing.count > 0)
        qsort(listing.entries, listing.count, sizeof listing.entries[0], by_name);
    *out = listing;
    return true;
}

const struct entry *listing_find(const struct listing *listing, const char *name)
{
    const struct entry wanted = { .name = name };
    if (listing->count == 0)
        return NULL;
    return bsearch(&wanted, listing->entries, listing->count, sizeof wanted, by_name);
}

/* The path in a message about a file becomes the place. */
static void show_place(struct err *err, const struct entry *file)
{
    char text[ERR_TEXT_MAX];
    const char *path = strstr(err->text, file->path);
    if (!path)
        return;
    int length = (int)(path - err->text);
    snprintf(text, sizeof text, "%.*s%s%s", length, err->text, file->place,
             path + strlen(file->path));
    memcpy(err->text, text, sizeof text);
}

bool loader_read(struct loader *loader, const struct entry *file, size_t ceiling, struct str *out,
                 struct err *err)
{
    if (file_read(file->path, ceiling, loader->arena, out, err))
        return true;
    show_place(err, file);
    return false;
}

bool loader_yaml(struct loader *loader, const struct entry *file, bool with_constants,
                 struct yml_node **out, struct err *err)
{
    struct str bytes;
    if (file->is_folder)
        return err_set(err, ERR_INPUT, "cannot read '%s': it is a folder", file->place);
    if (!loader_read(loader, file, YML_FILE_MAX, &bytes, err))
        return false;
    if (memmem(bytes.at, bytes.length, "\r\n", 2))
        loader_warn(loader, "'%s': its lines do not end with a newline only", file->place);
    if (with_constants)
        bytes = loader_put_constants(loader, bytes);
    return yml_parse(bytes, file->place, loader->arena, out, err);
}

static const struct constant *find_constant(const struct loader *loader, struct str name)
{
    for (size_t i = 0; i < loader->constant_count; i++)
        if (str_is(name, loader->constants[i].name))
            return &loader->constants[i];
    return NULL;
}

/* The constant whose sequence begins at text[at], its length in the text in *out_length. */
static const struct constant *constant_at(const struct loader *loader, struct str text, size_t at,
                                          size_t *out_length)
{
    if (text.length - at < 5 || memcmp(text.at + at, "{{", 2) != 0)
        return NULL;
    struct str rest = { text.at + at + 2, text.length - at - 2 };
    if (rest.length > CONSTANT_NAME_MAX + 2)
        rest.length = CONSTANT_NAME_MAX + 2;
    const char *end = memmem(rest.at, rest.length, "}}", 2);
    if (!end)
        return NULL;
    struct str name = { rest.at, (size_t)(end - rest.at) };
    *out_length = name.length + 4;
    return find_constant(loader, name);
}

/* The text as a whole may become larger than it was; one that passes the ceiling stays as it is and
 * is noticed by its own reader. */
struct str loader_put_constants(struct loader *loader, struct str text)
{
    enum { GROWN_MAX = 16 * 1024 * 1024 };
    if (loader->constant_count == 0 || !memmem(text.at, text.length, "{{", 2))
        return text;
    SCOPED_BUF grown;
    buf_init(&grown, GROWN_MAX);
    for (size_t at = 0; at < text.length;) {
        size_t length;
        const struct constant *constant = constant_at(loader, text, at, &length);
        if (constant) {
            buf_puts(&grown, constant->value);
            at += length;
        } else {
            buf_putc(&grown, text.at[at++]);
        }
    }
    if (!buf_ok(&grown))
        return text;
    return (struct str){ arena_memdup(loader->arena, grown.bytes, grown.length), grown.length };
}
