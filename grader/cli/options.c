/* options.c - command lines by table. */
#include "grader/cli/options.h"

#include <assert.h>
#include <string.h>

#include "grader/base/num.h"
#include "grader/text/nearest.h"

enum { NUMBER_MAX = 256 };

void text_list_add(struct text_list *list, struct arena *arena, const char *text)
{
    list->at = arena_grow(arena, list->at, list->count, &list->capacity, sizeof *list->at);
    list->at[list->count++] = text;
}

static const struct option *find(const struct option *table, size_t count, struct str name)
{
    for (size_t i = 0; i < count; i++)
        if (str_is(name, table[i].name))
            return &table[i];
    return NULL;
}

static bool unknown(const struct option *table, size_t count, struct str name, struct err *err)
{
    const char *names[64] = { NULL };
    assert(count <= COUNT_OF(names));
    for (size_t i = 0; i < count; i++)
        names[i] = table[i].name;
    char word[64] = "";
    memcpy(word, name.at, name.length < sizeof word ? name.length : 0);
    size_t meant = nearest_index(word, names, count);
    if (meant < count)
        return err_set(err, ERR_USAGE, "unknown option '%s': did you mean '%s'?", word,
                       names[meant]);
    return err_set(err, ERR_USAGE, "unknown option '%.*s'", (int)name.length, name.at);
}

static bool set_word(const struct option *option, const char *value, int *out, struct err *err)
{
    size_t count = 0;
    for (; option->words[count]; count++)
        if (strcmp(option->words[count], value) == 0) {
            *out = (int)count;
            return true;
        }
    size_t index = nearest_index(value, option->words, count);
    const char *meant = index < count ? option->words[index] : NULL;
    return err_set(err, ERR_USAGE, "option '%s' does not know '%s'%s%s%s", option->name, value,
                   meant ? ": did you mean '" : "", meant ? meant : "", meant ? "'?" : "");
}

static bool set(const struct option *option, const char *value, struct arena *arena, void *into,
                struct err *err)
{
    void *place = (char *)into + option->offset;
    uint64_t number;
    switch (option->kind) {
    case OPTION_FLAG:
        *(bool *)place = true;
        return true;
    case OPTION_TEXT:
        *(const char **)place = value;
        return true;
    case OPTION_LIST:
        text_list_add(place, arena, value);
        return true;
    case OPTION_NUMBER:
        if (!num_u64(str_of(value), 1, NUMBER_MAX, &number))
            return err_set(err, ERR_USAGE,
                           "option '%s' needs a whole number from 1 to %d, not '%s'", option->name,
                           NUMBER_MAX, value);
        *(unsigned *)place = (unsigned)number;
        return true;
    case OPTION_WORD:
        return set_word(option, value, place, err);
    }
    return false;
}

bool options_parse(const struct option *table, size_t count, int argc, char **argv,
                   struct arena *arena, void *into, struct text_list *operands, struct err *err)
{
    bool only_operands = false;
    for (int i = 0; i < argc; i++) {
        const char *word = argv[i];
        if (only_operands || word[0] != '-' || word[1] == '\0') {
            text_list_add(operands, arena, word);
            continue;
        }
        if (strcmp(word, "--") == 0) {
            only_operands = true;
            continue;
        }
        size_t length = strcspn(word, "=");
        const struct option *option = find(table, count, (struct str){ word, length });
        if (!option)
            return unknown(table, count, (struct str){ word, length }, err);
        const char *value = word[length] == '=' ? word + length + 1 : NULL;
        if (option->kind == OPTION_FLAG && value)
            return err_set(err, ERR_USAGE, "option '%s' takes no value", option->name);
        if (option->kind != OPTION_FLAG && !value && ++i == argc)
            return err_set(err, ERR_USAGE, "option '%s' needs a value", option->name);
        if (option->kind != OPTION_FLAG && !value)
            value = argv[i];
        if (value && !*value) /* a script's variable that was never set */
            return err_set(err, ERR_USAGE, "option '%s' has an empty value", option->name);
        if (!set(option, value, arena, into, err))
            return false;
    }
    return true;
}
