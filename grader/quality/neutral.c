/* neutral.c - copies of sources in which nothing can silence an analyser. */
#include "grader/quality/neutral.h"

#include <string.h>

#include "grader/base/attr.h"

/* The word loses the letter at `change`. `before`: must stand in front of it, blanks between. */
static const struct {
    const char *word;
    size_t change;
    const char *before;
} words[] = {
    { "NOLINT", 5, NULL },          { "cppcheck-suppress", 8, NULL },
    { "diagnostic", 9, "GCC" },     { "diagnostic", 9, "clang" },
    { "system_header", 12, "GCC" }, { "system_header", 12, "clang" },
    { "no_sanitize", 10, NULL },    { "__clang_analyzer__", 15, NULL },
    { "__cppcheck__", 9, NULL },    { "__SANITIZE_ADDRESS__", 17, NULL },
};
enum { REPORTED_MAX = 20 };

struct neutral {
    const struct source_file *file;
    struct raw_list *list;
    char *copy; /* NULL until something is changed */
    size_t count;
    unsigned line;
};

static char *change_at(struct neutral *n, size_t at)
{
    const struct str bytes = n->file->bytes;
    if (!n->copy)
        n->copy = arena_memdup(n->list->arena, bytes.at, bytes.length);
    return n->copy + at;
}

static void report(struct neutral *n, size_t column, const char *what)
{
    struct raw_finding *item = n->count++ < REPORTED_MAX ? raw_add(n->list) : NULL;
    if (!item)
        return;
    item->tool = "grader";
    item->label = "suppression";
    item->file = n->file->path;
    item->line = n->line;
    item->column = (unsigned)column + 1;
    item->message = arena_printf(n->list->arena, "'%s'", what);
}

static bool stands_behind(struct str line, size_t at, const char *before)
{
    size_t length = strlen(before);
    while (at > 0 && (line.at[at - 1] == ' ' || line.at[at - 1] == '\t'))
        at--;
    return at >= length && memcmp(line.at + at - length, before, length) == 0;
}

static void change_word(struct neutral *n, struct str line, size_t index)
{
    const char *word = words[index].word;
    size_t length = strlen(word), offset = (size_t)(line.at - n->file->bytes.at);
    for (size_t at = 0; at + length <= line.length; at += length) {
        const char *found = memmem(line.at + at, line.length - at, word, length);
        if (!found)
            return;
        at = (size_t)(found - line.at);
        if (words[index].before && !stands_behind(line, at, words[index].before))
            continue;
        *change_at(n, offset + at + words[index].change) = '_';
        report(n, at, word);
    }
}

/* "# 12 "x.c" 3" and "#line 12": they move findings elsewhere, or into a system header. */
static size_t skip_blanks(struct str line, size_t at)
{
    while (at < line.length && (line.at[at] == ' ' || line.at[at] == '\t'))
        at++;
    return at;
}

static bool is_line_marker(struct str line)
{
    size_t at = skip_blanks(line, 0);
    if (at >= line.length || line.at[at] != '#')
        return false;
    at = skip_blanks(line, at + 1);
    return at < line.length && ((line.at[at] >= '0' && line.at[at] <= '9') ||
                                (line.length - at > 4 && memcmp(line.at + at, "line", 4) == 0 &&
                                 (line.at[at + 4] == ' ' || line.at[at + 4] == '\t')));
}

static void neutral_line(struct neutral *n, struct str line)
{
    for (size_t i = 0; i < COUNT_OF(words); i++)
        change_word(n, line, i);
    if (line.length > 0 && is_line_marker(line)) {
        bool is_spliced = line.at[line.length - 1] == '\\';
        memset(change_at(n, (size_t)(line.at - n->file->bytes.at)), ' ',
               line.length - (is_spliced ? 1 : 0));
        report(n, 0, "#line");
    }
}

size_t neutral_source(const struct source_file *file, struct raw_list *list,
                      struct source_file *out)
{
    struct neutral n = { .file = file, .list = list };
    struct str rest = file->bytes;
    for (struct str line; str_next_line(&rest, &line);) {
        n.line++;
        neutral_line(&n, line);
    }
    *out = *file;
    if (n.copy)
        out->bytes.at = n.copy;
    return n.count;
}
