/* suggest.c - which names were perhaps meant. */
#include "grader/intake/suggest.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/buf.h"
#include "grader/base/str.h"

enum {
    NAMES_MAX = 10000, /* kept */
    COMPARED_MAX = 64, /* bytes of a name that are compared: bounds the work per pair */
    NEAR_MAX = 3,      /* suggested */
    LISTED_MAX = 5,    /* listed */
    TEXT_MAX = 1000,
};

void ref_names_add(struct ref_names *list, struct arena *arena, const char *name)
{
    if (list->count == NAMES_MAX || str_ends(name, "^{}") || !ref_short_name(name))
        return;
    list->names = arena_grow(arena, list->names, list->count, &list->capacity, sizeof *list->names);
    list->names[list->count++] = arena_strdup(arena, name);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void ref_names_sort(struct ref_names *list)
{
    if (list->count > 1)
        qsort(list->names, list->count, sizeof *list->names, by_name);
}

const char *ref_short_name(const char *name)
{
    static const char *const places[] = { "refs/heads/", "refs/tags/", "refs/remotes/" };
    for (size_t i = 0; i < COUNT_OF(places); i++)
        if (str_starts(name, places[i]))
            return name + strlen(places[i]);
    return NULL;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* Levenshtein's distance with one row (Wagner and Fischer 1974) of the first COMPARED_MAX bytes. */
static unsigned edit_distance(const char *a, const char *b)
{
    size_t n = strnlen(a, COMPARED_MAX), m = strnlen(b, COMPARED_MAX);
    unsigned row[COMPARED_MAX + 1];
    for (size_t j = 0; j <= m; j++)
        row[j] = (unsigned)j;
    for (size_t i = 1; i <= n; i++) {
        unsigned diagonal = row[0];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= m; j++) {
            unsigned replaced = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = least(least(row[j], row[j - 1]) + 1, replaced);
        }
    }
    return row[m];
}

/* UINT32_MAX: not near. A part of the other counts as near, but after every slip of the pen. */
static unsigned farness(const char *asked, const char *name)
{
    enum { PART = 1000 };
    unsigned distance = edit_distance(asked, name);
    unsigned allowed = (unsigned)strnlen(asked, COMPARED_MAX) / 3;
    if (distance <= (allowed < 2 ? 2 : allowed) && distance < strlen(asked))
        return distance;
    if (strlen(asked) < 3 || strlen(name) < 3)
        return UINT32_MAX;
    return strstr(name, asked)   ? PART + distance
           : strstr(asked, name) ? 2 * PART + distance
                                 : UINT32_MAX;
}

struct near {
    const char *names[NEAR_MAX];
    unsigned farness[NEAR_MAX];
    size_t count;
};

/* Keeps the nearest, in order; of equals the first seen. */
static void near_add(struct near *near, const char *name, unsigned far)
{
    size_t at = near->count;
    while (at > 0 && near->farness[at - 1] > far)
        at--;
    if (at == NEAR_MAX)
        return;
    if (near->count < NEAR_MAX)
        near->count++;
    for (size_t i = near->count - 1; i > at; i--) {
        near->names[i] = near->names[i - 1];
        near->farness[i] = near->farness[i - 1];
    }
    near->names[at] = name;
    near->farness[at] = far;
}

const char *suggest_names(const struct ref_names *list, const char *asked, struct arena *arena)
{
    struct near near = { .count = 0 };
    for (size_t i = 0; i < list->count; i++) {
        const char *name = ref_short_name(list->names[i]);
        unsigned far = farness(asked, name);
        if (far != UINT32_MAX)
            near_add(&near, name, far);
    }
    SCOPED_BUF text;
    buf_init(&text, TEXT_MAX);
    for (size_t i = 0; i < near.count; i++)
        buf_printf(&text, "%s'%.100s'",
                   i == 0                ? ""
                   : i + 1 == near.count ? " or "
                                         : ", ",
                   near.names[i]);
    return arena_strdup(arena, buf_text(&text));
}

const char *list_names(const struct ref_names *list, struct arena *arena)
{
    SCOPED_BUF text;
    buf_init(&text, TEXT_MAX);
    size_t shown = list->count < LISTED_MAX ? list->count : LISTED_MAX;
    for (size_t i = 0; i < shown; i++)
        buf_printf(&text, "%s'%.100s'", i == 0 ? "" : ", ", ref_short_name(list->names[i]));
    if (list->count > shown)
        buf_printf(&text, " and %zu more", list->count - shown);
    return arena_strdup(arena, buf_text(&text));
}
