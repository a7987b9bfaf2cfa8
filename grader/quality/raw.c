/* raw.c - what single tools say, before it is sorted, merged and worded. */
#include "grader/quality/raw.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>

#include "grader/base/num.h"

const char *raw_own_path(const struct raw_list *list, struct str path)
{
    while (path.length > 2 && memcmp(path.at, "./", 2) == 0)
        path = (struct str){ path.at + 2, path.length - 2 };
    for (size_t i = 0; i < list->sources->count; i++)
        if (str_is(path, list->sources->files[i].path))
            return list->sources->files[i].path;
    return NULL;
}

struct raw_finding *raw_add(struct raw_list *list)
{
    if (list->count == RAW_MAX)
        return NULL;
    list->items =
        arena_grow(list->arena, list->items, list->count, &list->capacity, sizeof *list->items);
    struct raw_finding *item = &list->items[list->count++];
    *item = (struct raw_finding){ .function = "" };
    return item;
}

/* Takes "NUMBER:" off the front. */
static bool take_number(struct str *text, unsigned *out)
{
    const char *colon = memchr(text->at, ':', text->length);
    uint64_t value;
    if (!colon)
        return false;
    size_t length = (size_t)(colon - text->at);
    if (!num_u64((struct str){ text->at, length }, 0, INT_MAX, &value))
        return false;
    *out = (unsigned)value;
    *text = (struct str){ colon + 1, text->length - length - 1 };
    return true;
}

/* "PATH:LINE:COLUMN:REST" with this very path. */
static bool read_place(struct str text, const char *path, unsigned *out_line, unsigned *out_column,
                       struct str *out_rest)
{
    size_t length = strlen(path);
    if (text.length <= length || memcmp(text.at, path, length) != 0 || text.at[length] != ':')
        return false;
    *out_rest = (struct str){ text.at + length + 1, text.length - length - 1 };
    return take_number(out_rest, out_line) && take_number(out_rest, out_column);
}

/* clang-tidy makes paths absolute: what stands before the own path is the folder it ran in. */
static bool read_place_in_folder(struct str text, const char *path, unsigned *out_line,
                                 unsigned *out_column, struct str *out_rest)
{
    if (text.length == 0 || text.at[0] != '/' ||
        (text.length > 5 && memcmp(text.at, "/usr/", 5) == 0))
        return false;
    for (size_t at = 1; at < text.length && text.at[at] != ':'; at++)
        if (text.at[at - 1] == '/' && read_place((struct str){ text.at + at, text.length - at },
                                                 path, out_line, out_column, out_rest))
            return true;
    return false;
}

/* A path may hold colons itself, so every file of the submission is tried; of those that fit the
 * longest path is meant. */
bool raw_place(const struct raw_list *list, struct str line, const char **out_file,
               unsigned *out_line, unsigned *out_column, struct str *out_rest)
{
    size_t best = 0;
    if (line.length > 2 && memcmp(line.at, "./", 2) == 0)
        line = (struct str){ line.at + 2, line.length - 2 };
    for (size_t i = 0; i < list->sources->count; i++) {
        const char *path = list->sources->files[i].path;
        unsigned at_line, at_column;
        struct str rest;
        if (strlen(path) <= best ||
            (!read_place(line, path, &at_line, &at_column, &rest) &&
             !read_place_in_folder(line, path, &at_line, &at_column, &rest)))
            continue;
        best = strlen(path);
        *out_file = path;
        *out_line = at_line;
        *out_column = at_column;
        *out_rest = rest;
    }
    return best > 0;
}

bool raw_is_name_byte(char c)
{
    return isalnum((unsigned char)c) || c == '_' || (c & 0x80) != 0;
}

static bool holds_word(struct str text, struct str word)
{
    const char *end = text.at + text.length;
    for (const char *at = text.at; at < end; at++) {
        at = memmem(at, (size_t)(end - at), word.at, word.length);
        if (!at)
            return false;
        bool begins = at == text.at || !raw_is_name_byte(at[-1]);
        const char *behind = at + word.length;
        if (begins && (behind == end || !raw_is_name_byte(*behind)))
            return true;
    }
    return false;
}

static bool is_written(const struct raw_list *list, struct str word)
{
    for (size_t i = 0; i < list->sources->count; i++)
        if (holds_word(list->sources->files[i].bytes, word))
            return true;
    return false;
}

size_t raw_name_length(const struct raw_list *list, struct str word)
{
    size_t end = word.length;
    while (end > 0 && isdigit((unsigned char)word.at[end - 1]))
        end--;
    bool is_numbered = end > 0 && end < word.length && word.at[end - 1] == '_';
    return is_numbered && !is_written(list, word) ? end - 1 : word.length;
}
