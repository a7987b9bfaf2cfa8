/* read_gcc.c - gcc's -fdiagnostics-format=json as raw findings. */
#include "grader/quality/read_gcc.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/text/json.h"
#include "grader/text/plain.h"

enum { DIAGNOSTICS_MAX = 2000, EVENTS_MAX = 400, JSON_BYTES_MAX = 16 << 20 };

struct place {
    const char *file; /* NULL: not the submission's */
    unsigned line, column;
};

static const char *text_of(const struct json_at *object, const char *key, struct arena *arena)
{
    struct json_at at;
    const char *text;
    struct err ignored = { 0 };
    if (!json_find(object, key, &at) || json_kind(&at) != JSON_TEXT ||
        !json_text(&at, arena, &text, &ignored))
        return "";
    return plain_text(arena, str_of(text), RAW_TEXT_MAX);
}

static unsigned number_of(const struct json_at *object, const char *key)
{
    struct json_at at;
    int64_t value;
    struct err ignored = { 0 };
    if (!json_find(object, key, &at) || json_kind(&at) != JSON_NUMBER ||
        !json_whole(&at, 0, INT_MAX, &value, &ignored))
        return 0;
    return (unsigned)value;
}

/* A location object: { file, line, column, … }. */
static struct place place_of(const struct json_at *at, const struct raw_list *list)
{
    const char *file = text_of(at, "file", list->arena);
    return (struct place){ raw_own_path(list, str_of(file)), number_of(at, "line"),
                           number_of(at, "column") };
}

static struct place caret_of(const struct json_at *diagnostic, const struct raw_list *list)
{
    struct json_at locations, first, caret;
    if (!json_find(diagnostic, "locations", &locations) || json_kind(&locations) != JSON_LIST ||
        !json_first(&locations, &first) || json_kind(&first) != JSON_OBJECT ||
        !json_find(&first, "caret", &caret) || json_kind(&caret) != JSON_OBJECT)
        return (struct place){ 0 };
    return place_of(&caret, list);
}

/* Events that tell where the thing in question came from. */
static bool is_origin(const char *description)
{
    static const char *const words[] = { "allocated here", "could return NULL", "opened here",
                                         "could return unchecked", "could be NULL" };
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (strstr(description, words[i]))
            return true;
    return false;
}

/* Whether it speaks of gcc's inner form of the program, which nobody wrote. */
static bool is_of_inner_form(const char *description, const struct raw_list *list)
{
    static const char zero[] = "\xe2\x80\x98"
                               "0\xe2\x80\x99";
    static const char *const words[] = { "PHI <", "_REGION(", zero };
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (strstr(description, words[i]))
            return true;
    while (*description) {
        size_t length = 0;
        while (isalnum((unsigned char)description[length]) || description[length] == '_')
            length++;
        if (raw_name_length(list, (struct str){ description, length }) < length)
            return true;
        description += length > 0 ? length : 1;
    }
    return false;
}

/* Branches taken and not are noise to a reader; what happens to the thing is not. */
static bool is_worth_a_step(const char *description, const struct raw_list *list)
{
    return !str_starts(description, "following ") && !str_starts(description, "...to here") &&
           !str_starts(description, "entry to ") && !is_of_inner_form(description, list);
}

static void read_event(const struct json_at *event, const struct raw_list *list,
                       struct raw_finding *into)
{
    struct json_at location;
    if (json_kind(event) != JSON_OBJECT || !json_find(event, "location", &location) ||
        json_kind(&location) != JSON_OBJECT)
        return;
    const char *description = text_of(event, "description", list->arena);
    struct place place = place_of(&location, list);
    into->function = text_of(event, "function", list->arena); /* that of the last event stays */
    if (!place.file)
        return;
    if (into->origin_line == 0 && is_origin(description)) {
        into->origin_line = place.line;
        into->origin_file = place.file;
    }
    if (into->step_count < QUALITY_STEP_MAX && is_worth_a_step(description, list))
        into->steps[into->step_count++] =
            (struct quality_step){ place.file, place.line, description };
}

static void read_path(const struct json_at *diagnostic, const struct raw_list *list,
                      struct raw_finding *into)
{
    struct json_at path, event;
    size_t count = 0;
    if (!json_find(diagnostic, "path", &path) || json_kind(&path) != JSON_LIST)
        return;
    for (bool more = json_first(&path, &event); more && count < EVENTS_MAX;
         more = json_next(&event), count++)
        read_event(&event, list, into);
}

/* "object of size 8 allocated by 'malloc'": a diagnostic of its own, behind the one that it is
 * about. */
static void read_note(const struct json_at *note, struct raw_list *list)
{
    struct raw_finding *about = list->count > 0 ? &list->items[list->count - 1] : NULL;
    struct place place = caret_of(note, list);
    const char *message = text_of(note, "message", list->arena);
    if (!about || strcmp(about->tool, "gcc") != 0 || !place.file || about->origin_line > 0 ||
        !strstr(message, "object of size"))
        return;
    about->origin_line = place.line;
    about->origin_file = place.file;
    if (about->step_count < QUALITY_STEP_MAX)
        about->steps[about->step_count++] =
            (struct quality_step){ place.file, place.line, message };
}

/* gcc points at the last statement before the label that is run into, and its note at the label. */
static void move_to_label(const struct json_at *diagnostic, const struct raw_list *list,
                          struct raw_finding *into)
{
    struct json_at notes, note;
    if (strcmp(into->label, "-Wimplicit-fallthrough=") != 0 ||
        !json_find(diagnostic, "children", &notes) || json_kind(&notes) != JSON_LIST ||
        !json_first(&notes, &note) || json_kind(&note) != JSON_OBJECT)
        return;
    struct place place = caret_of(&note, list);
    if (!place.file)
        return;
    into->file = place.file;
    into->line = place.line;
    into->column = place.column;
}

static void note_error(const struct json_at *error, struct raw_list *list)
{
    struct place place = caret_of(error, list);
    const char *message = text_of(error, "message", list->arena);
    if (list->compile_error)
        return;
    list->compile_error = message;
    if (place.file)
        list->compile_error = arena_printf(list->arena, "%s:%u:%u: %s", place.file, place.line,
                                           place.column, message);
}

static void read_diagnostic(const struct json_at *at, struct raw_list *list, size_t *errors)
{
    if (json_kind(at) != JSON_OBJECT)
        return;
    const char *kind = text_of(at, "kind", list->arena);
    if (strcmp(kind, "error") == 0 || strcmp(kind, "fatal error") == 0) {
        ++*errors;
        note_error(at, list);
    }
    if (strcmp(kind, "note") == 0)
        read_note(at, list);
    struct place place = caret_of(at, list);
    const char *option = text_of(at, "option", list->arena);
    if (strcmp(kind, "warning") != 0 || !*option || !place.file)
        return;
    struct raw_finding *item = raw_add(list);
    if (!item)
        return;
    item->tool = "gcc";
    item->label = option;
    item->file = place.file;
    item->line = place.line;
    item->column = place.column;
    item->message = text_of(at, "message", list->arena);
    read_path(at, list, item);
    move_to_label(at, list, item);
}

static bool read_list(struct str line, struct raw_list *list, size_t *errors)
{
    SCOPED_JSON doc = { 0 };
    struct json_at item;
    struct err ignored = { 0 };
    char *clean = plain_text(list->arena, line, JSON_BYTES_MAX);
    if (!json_parse("gcc", str_of(clean), &doc, &ignored))
        return false;
    struct json_at root = json_root(&doc);
    size_t count = 0;
    if (json_kind(&root) != JSON_LIST)
        return false;
    for (bool more = json_first(&root, &item); more && count < DIAGNOSTICS_MAX;
         more = json_next(&item), count++)
        read_diagnostic(&item, list, errors);
    return true;
}

bool read_gcc(struct str text, struct raw_list *list, size_t *out_errors)
{
    bool good = true;
    *out_errors = 0;
    for (struct str line; str_next_line(&text, &line);)
        if (line.length > 0 && line.at[0] == '[')
            good = read_list(line, list, out_errors) && good;
    return good;
}
