/* broken_package.c - a package that is wrong in one way, made from a recipe. */
#include "tests/support/broken_package.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grader/base/buf.h"
#include "grader/base/fd.h"
#include "tests/support/catalog_folder.h"

enum { RECIPE_MAX = 64 * 1024, RECIPES_MAX = 1000 };

struct baking {
    struct arena *arena;
    const char *folder;
    struct broken_package made;
    const char *base, *name;
    struct str rest; /* of the recipe */
    unsigned line;
};

static void wrong(const struct baking *baking, const char *what)
{
    cr_assert(false, "tests/packages/broken/%s:%u: %s", baking->made.recipe, baking->line, what);
}

static char *place_of(struct baking *baking, const char *place)
{
    if (!baking->made.path) {
        baking->made.path = arena_printf(baking->arena, "%s/%s", baking->folder, baking->name);
        const char *from =
            arena_printf(baking->arena, TREE "/tests/packages/good/%s", baking->base);
        struct stat st;
        if (!baking->base || stat(from, &st) != 0)
            wrong(baking, "there is no such base");
        catalog_copy_tree(from, baking->made.path);
    }
    return (char *)arena_printf(baking->arena, "%s/%s", baking->made.path, place);
}

/* The path of a place whose folders are there. */
static const char *room_for(struct baking *baking, const char *place)
{
    char *path = place_of(baking, place), *slash = strrchr(path, '/');
    struct err err = { 0 };
    *slash = '\0';
    cr_assert(folder_make(path, &err), "%s", err.text);
    *slash = '/';
    return path;
}

static void write_file(struct baking *baking, const char *place, const char *bytes, size_t size)
{
    FILE *file = fopen(room_for(baking, place), "w");
    cr_assert(file && fwrite(bytes, 1, size, file) == size && fclose(file) == 0);
}

static void do_put(struct baking *baking, const char *place, const char *more)
{
    (void)more;
    SCOPED_BUF text;
    buf_init(&text, RECIPE_MAX);
    struct str line;
    while (baking->rest.length > 0 && baking->rest.at[0] == '|') {
        str_next_line(&baking->rest, &line);
        baking->line++;
        for (size_t i = 1; i < line.length; i++)
            buf_putc(&text, line.at[i]);
        buf_putc(&text, '\n');
    }
    write_file(baking, place, buf_text(&text), text.length);
}

static void do_hex(struct baking *baking, const char *place, const char *more)
{
    char *bytes = (char *)arena_strdup(baking->arena, more);
    size_t size = 0;
    for (; more[0] && more[1]; more += 2) {
        char pair[] = { more[0], more[1], '\0' };
        if (!isxdigit((unsigned char)pair[0]) || !isxdigit((unsigned char)pair[1]))
            wrong(baking, "hex wants pairs of digits");
        bytes[size++] = (char)strtol(pair, NULL, 16);
    }
    write_file(baking, place, bytes, size);
}

static void do_size(struct baking *baking, const char *place, const char *more)
{
    const char *path = room_for(baking, place);
    FILE *file = fopen(path, "a");
    cr_assert(file && fclose(file) == 0);
    cr_assert(truncate(path, strtoll(more, NULL, 10)) == 0);
}

static void do_many(struct baking *baking, const char *place, const char *more)
{
    char *text;
    long count = strtol(more, &text, 10);
    FILE *file = fopen(room_for(baking, place), "w");
    cr_assert(file && *text == ' ');
    for (long i = 0; i < count; i++)
        for (const char *at = text + 1; *at; at++) {
            bool is_newline = at[0] == '\\' && at[1] == 'n';
            putc(is_newline ? '\n' : *at, file);
            at += is_newline;
        }
    cr_assert(fclose(file) == 0);
}

static void do_drop(struct baking *baking, const char *place, const char *more)
{
    (void)more;
    struct stat st;
    const char *path = place_of(baking, place);
    if (lstat(path, &st) != 0)
        wrong(baking, "nothing there to drop");
    catalog_remove_tree(path);
}

static void do_folder(struct baking *baking, const char *place, const char *more)
{
    (void)more;
    cr_assert(mkdir(room_for(baking, place), 0755) == 0 || errno == EEXIST);
}

static void do_link(struct baking *baking, const char *place, const char *more)
{
    cr_assert(symlink(more, room_for(baking, place)) == 0);
}

static void do_fifo(struct baking *baking, const char *place, const char *more)
{
    (void)more;
    cr_assert(mkfifo(room_for(baking, place), 0600) == 0);
}

static const struct {
    const char *word;
    void (*run)(struct baking *baking, const char *place, const char *more);
} steps[] = {
    { "put", do_put },   { "hex", do_hex },       { "size", do_size }, { "many", do_many },
    { "drop", do_drop }, { "folder", do_folder }, { "link", do_link }, { "fifo", do_fifo },
};

/* base, name and expect take the rest of the line, the others a place and what follows it. */
static void take_line(struct baking *baking, char *line)
{
    char *word = line, *place = strchr(line, ' ');
    if (line[0] == '#' || line[0] == '\0')
        return;
    if (!place)
        wrong(baking, "no argument");
    *place++ = '\0';
    if (strcmp(word, "base") == 0)
        baking->base = place;
    else if (strcmp(word, "name") == 0)
        baking->name = place;
    else if (strcmp(word, "expect") == 0)
        baking->made.expected = place;
    else {
        size_t i = 0;
        char *more = strchr(place, ' ');
        if (more)
            *more++ = '\0';
        while (i < COUNT_OF(steps) && strcmp(steps[i].word, word) != 0)
            i++;
        if (i == COUNT_OF(steps))
            wrong(baking, "unknown word");
        else
            steps[i].run(baking, place, more ? more : "");
    }
}

struct broken_package broken_package_make(const char *recipe, const char *folder,
                                          struct arena *arena)
{
    struct baking baking = { .arena = arena,
                             .folder = folder,
                             .made = { .recipe = recipe },
                             .base = "plain",
                             .name = "pack" };
    struct str line;
    struct err err = { 0 };
    const char *path = arena_printf(arena, TREE "/tests/packages/broken/%s", recipe);
    cr_assert(file_read(path, RECIPE_MAX, arena, &baking.rest, &err), "%s", err.text);
    while (str_next_line(&baking.rest, &line)) {
        baking.line++;
        take_line(&baking, (char *)arena_memdup(arena, line.at, line.length));
    }
    place_of(&baking, "");
    if (!baking.made.expected)
        wrong(&baking, "nothing is expected");
    return baking.made;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *const *broken_package_recipes(struct arena *arena)
{
    const char **names = ARENA_ARRAY(arena, RECIPES_MAX + 1, const char *);
    size_t count = 0;
    DIR *folder = opendir(TREE "/tests/packages/broken");
    cr_assert(folder);
    for (const struct dirent *entry; (entry = readdir(folder));)
        if (isdigit((unsigned char)entry->d_name[0])) {
            cr_assert(count < RECIPES_MAX);
            names[count++] = arena_strdup(arena, entry->d_name);
        }
    closedir(folder);
    qsort(names, count, sizeof names[0], by_text);
    return names;
}
