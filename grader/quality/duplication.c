/* duplication.c - which stretches of the tokens are copies of earlier ones. */
#include "grader/quality/duplication.h"

#include <stdbool.h>

enum { NOWHERE = 0 };

/* A window's place by its hash: open addressing, positions from 1. */
struct table {
    uint32_t *places;
    size_t mask;
};

static const uint64_t base = UINT64_C(0x9e3779b97f4a7c15) | 1;

static bool is_window(const struct tokens *tokens, size_t at)
{
    return at + DUPLICATION_WINDOW <= tokens->count &&
           tokens->list[at].file == tokens->list[at + DUPLICATION_WINDOW - 1].file;
}

static bool equal_windows(const struct tokens *tokens, size_t a, size_t b)
{
    for (size_t i = 0; i < DUPLICATION_WINDOW; i++)
        if (tokens->list[a + i].word != tokens->list[b + i].word)
            return false;
    return true;
}

/* The first place of an equal window, which becomes `at` when there is none. */
static size_t find_or_add(struct table *table, const struct tokens *tokens, size_t at,
                          uint64_t hash)
{
    size_t slot = (size_t)(hash ^ (hash >> 29)) & table->mask;
    while (table->places[slot] != NOWHERE) {
        size_t place = table->places[slot] - 1;
        if (equal_windows(tokens, place, at))
            return place;
        slot = (slot + 1) & table->mask;
    }
    table->places[slot] = (uint32_t)at + 1;
    return at;
}

/* From a window that is found again, as far as both go on alike. */
static size_t extend(const struct tokens *tokens, size_t of, size_t at)
{
    size_t length = DUPLICATION_WINDOW;
    while (at + length < tokens->count && of + length < at &&
           tokens->list[at + length].word == tokens->list[of + length].word &&
           tokens->list[at + length].file == tokens->list[at].file &&
           tokens->list[of + length].file == tokens->list[of].file)
        length++;
    return length;
}

static void note(const struct tokens *tokens, size_t of, size_t at, size_t length,
                 struct repeats *out)
{
    const struct token *copy = &tokens->list[at], *original = &tokens->list[of];
    out->tokens_repeated += length;
    if (out->count < DUPLICATION_MAX)
        out->list[out->count++] =
            (struct repeat){ copy->file,     copy->line,     copy[length - 1].line,
                             original->file, original->line, original[length - 1].line };
}

void duplication_find(const struct tokens *tokens, struct arena *arena, struct repeats *out)
{
    size_t size = 1024;
    uint64_t hash = 0, leaving = 1;
    *out = (struct repeats){ 0 };
    if (tokens->count < DUPLICATION_WINDOW)
        return;
    while (size < 2 * tokens->count)
        size *= 2;
    struct table table = { ARENA_ARRAY(arena, size, uint32_t), size - 1 };
    for (size_t i = 0; i < DUPLICATION_WINDOW; i++) {
        hash = hash * base + tokens->list[i].word + 1;
        leaving *= base;
    }
    size_t covered_until = 0;
    for (size_t at = 0; at + DUPLICATION_WINDOW <= tokens->count; at++) {
        if (at >= covered_until && is_window(tokens, at)) {
            size_t of = find_or_add(&table, tokens, at, hash);
            if (of != at && of + DUPLICATION_WINDOW <= at) {
                size_t length = extend(tokens, of, at);
                note(tokens, of, at, length, out);
                covered_until = at + length;
            }
        }
        if (at + DUPLICATION_WINDOW < tokens->count)
            hash = hash * base + tokens->list[at + DUPLICATION_WINDOW].word + 1 -
                   leaving * (tokens->list[at].word + 1);
    }
}
