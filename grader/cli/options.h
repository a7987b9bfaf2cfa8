/* options.h - command lines by table: what is not in the table is an error with a suggestion. */
#ifndef GRADER_CLI_OPTIONS_H
#define GRADER_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/base/err.h"

struct text_list {
    const char **at; /* in the arena */
    size_t count, capacity;
};

enum option_kind {
    OPTION_FLAG,   /* bool */
    OPTION_TEXT,   /* const char *, the last one holds */
    OPTION_LIST,   /* struct text_list, any number of times */
    OPTION_NUMBER, /* unsigned, 1 … 256 */
    OPTION_WORD,   /* int, the index of the value in `words` */
};

/* Where its value goes is an offset into the command's own struct. */
struct option {
    const char *name; /* "--jobs" */
    enum option_kind kind;
    size_t offset;
    const char *const *words; /* OPTION_WORD: NULL-ended */
};

/*
 * Reads "--name value" and "--name=value"; what does not begin with '-' (or follows "--") goes to
 * *operands. ERR_USAGE names what is wrong and what was perhaps meant. `into` is the command's
 * struct.
 */
bool options_parse(const struct option *table, size_t count, int argc, char **argv,
                   struct arena *arena, void *into, struct text_list *operands,
                   struct err *err) MUST_CHECK;

void text_list_add(struct text_list *list, struct arena *arena, const char *text);

#endif
