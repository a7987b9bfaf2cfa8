/* read_clang.c - the plain lines of clang-tidy and of clang's analyser as raw findings. */
#include "grader/quality/read_clang.h"

#include <string.h>

#include "grader/text/plain.h"

static bool take_word(struct str *text, const char *word)
{
    size_t length = strlen(word);
    if (text->length < length || memcmp(text->at, word, length) != 0)
        return false;
    *text = (struct str){ text->at + length, text->length - length };
    return true;
}

/* "MESSAGE [CHECK]" or "MESSAGE [CHECK,-warnings-as-errors]". */
static bool split_check(struct str rest, struct str *out_message, struct str *out_check)
{
    if (rest.length < 3 || rest.at[rest.length - 1] != ']')
        return false;
    const char *open = memrchr(rest.at, '[', rest.length);
    if (!open || open == rest.at)
        return false;
    size_t at = (size_t)(open - rest.at);
    *out_message = (struct str){ rest.at, at - 1 };
    *out_check = (struct str){ open + 1, rest.length - at - 2 };
    const char *comma = memchr(out_check->at, ',', out_check->length);
    if (comma)
        out_check->length = (size_t)(comma - out_check->at);
    return true;
}

static void add_step(struct raw_finding *item, const char *file, unsigned line, struct str text,
                     struct arena *arena)
{
    const char *message = plain_text(arena, text, RAW_TEXT_MAX);
    bool is_noise = str_starts(message, "Assuming ") || str_starts(message, "Taking ") ||
                    str_starts(message, "Loop condition ") || str_starts(message, "Entering ") ||
                    strcmp(message, item->message) == 0;
    if (item->origin_line == 0 &&
        (strstr(message, "is allocated") || strstr(message, "opened here"))) {
        item->origin_line = line;
        item->origin_file = file;
    }
    if (!is_noise && item->step_count < QUALITY_STEP_MAX)
        item->steps[item->step_count++] = (struct quality_step){ file, line, message };
}

static struct raw_finding *add_warning(struct raw_list *list, const char *tool, struct str rest)
{
    struct str message, check;
    if (!split_check(rest, &message, &check))
        return NULL;
    struct raw_finding *item = raw_add(list);
    if (!item)
        return NULL;
    item->tool = tool;
    item->label = plain_text(list->arena, check, RAW_TEXT_MAX);
    item->message = plain_text(list->arena, message, RAW_TEXT_MAX);
    return item;
}

size_t read_clang(struct str text, const char *tool, struct raw_list *list)
{
    size_t errors = 0;
    struct raw_finding *last = NULL;
    for (struct str line; str_next_line(&text, &line);) {
        const char *file;
        unsigned at_line, column;
        struct str rest;
        if (!raw_place(list, line, &file, &at_line, &column, &rest))
            continue;
        if (take_word(&rest, " note: ")) {
            if (last)
                add_step(last, file, at_line, rest, list->arena);
            continue;
        }
        last = NULL;
        if (take_word(&rest, " error: ") || take_word(&rest, " fatal error: ")) {
            errors++;
        } else if (take_word(&rest, " warning: ") && (last = add_warning(list, tool, rest))) {
            last->file = file;
            last->line = at_line;
            last->column = column;
        }
    }
    return errors;
}
