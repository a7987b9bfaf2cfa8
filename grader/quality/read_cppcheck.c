/* read_cppcheck.c - cppcheck's lines, by a template of ours, as raw findings. */
#include "grader/quality/read_cppcheck.h"

#include <string.h>

#include "grader/text/plain.h"

/* Takes "WORD: " off the front; an empty view when there is none. */
static struct str take_field(struct str *rest)
{
    const char *end = rest->length > 0 ? memmem(rest->at, rest->length, ": ", 2) : NULL;
    if (!end)
        return (struct str){ "", 0 };
    struct str field = { rest->at, (size_t)(end - rest->at) };
    *rest = (struct str){ end + 2, rest->length - field.length - 2 };
    return field;
}

void read_cppcheck(struct str text, struct raw_list *list)
{
    struct raw_finding *last = NULL;
    for (struct str line; str_next_line(&text, &line);) {
        const char *file;
        unsigned at_line, column;
        struct str rest;
        if (!raw_place(list, line, &file, &at_line, &column, &rest))
            continue;
        struct str severity = take_field(&rest);
        if (str_is(severity, " step")) {
            if (last && last->step_count < QUALITY_STEP_MAX)
                last->steps[last->step_count++] =
                    (struct quality_step){ file, at_line,
                                           plain_text(list->arena, rest, RAW_TEXT_MAX) };
            continue;
        }
        struct str id = take_field(&rest);
        last = id.length > 0 ? raw_add(list) : NULL;
        if (!last)
            continue;
        last->tool = "cppcheck";
        last->label = plain_text(list->arena, id, RAW_TEXT_MAX);
        last->file = file;
        last->line = at_line;
        last->column = column;
        last->message = plain_text(list->arena, rest, RAW_TEXT_MAX);
    }
}
