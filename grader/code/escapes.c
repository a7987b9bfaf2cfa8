/* escapes.c - what in a source could hide work from a counter, or a fault from a sanitizer. */
#include "grader/code/escapes.h"

#include <ctype.h>
#include <string.h>

#include "grader/base/attr.h"

enum { WORD_SHOWN_MAX = 60 };

static const struct {
    const char *name;
    enum escape_kind kind;
    const char *what;
} attributes[] = {
    { "no_profile_instrument_function", ESCAPE_COUNTING, "that switches counting off" },
    { "no_instrument_function", ESCAPE_COUNTING, "that switches counting off" },
    { "no_sanitize", ESCAPE_MEASURING, "that switches measuring off" },
    { "no_sanitize_address", ESCAPE_MEASURING, "that switches measuring off" },
    { "no_sanitize_thread", ESCAPE_MEASURING, "that switches measuring off" },
    { "no_sanitize_memory", ESCAPE_MEASURING, "that switches measuring off" },
    { "no_address_safety_analysis", ESCAPE_MEASURING, "that switches measuring off" },
    { "disable_sanitizer_instrumentation", ESCAPE_MEASURING, "that switches measuring off" },
    { "section", ESCAPE_PLACE, "that chooses a section" },
    { "alias", ESCAPE_PLACE, "that gives another function's body" },
    { "weakref", ESCAPE_PLACE, "that gives another function's body" },
    { "ifunc", ESCAPE_PLACE, "that chooses a body when the program is loaded" },
    { "cpu_dispatch", ESCAPE_PLACE, "that chooses a body when the program is loaded" },
    { "cpu_specific", ESCAPE_PLACE, "that chooses a body when the program is loaded" },
    { "target_clones", ESCAPE_PLACE, "that chooses a body when the program is loaded" },
    { "naked", ESCAPE_PLACE, "that leaves a function without a frame" },
};

/* With a number behind them: a place in the order. */
static const char *const ordered[] = { "constructor", "destructor" };
static const char usual_order[] = "65535";

/* Beginnings of what the linker, clang's profile and our counter name. */
static const char *const reserved[] = { "__start_", "__stop_", "__llvm_",  "__profc_", "__profd_",
                                        "__sancov", "__gcov",  "__count_", "__wrap_",  "__real_" };

struct search {
    struct unit *unit;
    escape_visitor *visit;
    void *context;
    void *last_file; /* asked about, and the answer */
    bool last_is_system;
    clang_cursor printed; /* the declaration whose attributes were told of */
    struct escape told;   /* the last one: libclang shows the size of an array twice */
};

/* ---- telling ---- */

/* Names come from the source: no control characters, and not all of a long one. */
static const char *shown(const struct unit *unit, struct str name)
{
    size_t length = name.length < WORD_SHOWN_MAX ? name.length : WORD_SHOWN_MAX;
    char *copy = arena_memdup(unit->arena, name.at, length);
    for (size_t i = 0; i < length; i++)
        if (iscntrl((unsigned char)copy[i]))
            copy[i] = '?';
    return copy;
}

static void tell(struct search *search, enum escape_kind kind, clang_cursor cursor,
                 const char *what)
{
    const struct escape escape = {
        kind, unit_place(search->unit, search->unit->clang->getCursorLocation(cursor)), what
    };
    const struct escape *told = &search->told;
    if (told->what && told->at.file == escape.at.file && told->at.offset == escape.at.offset &&
        strcmp(told->what, what) == 0)
        return;
    search->told = escape;
    search->visit(search->unit, &escape, search->context);
}

static bool is_of_system(struct search *search, clang_cursor cursor)
{
    struct unit *unit = search->unit;
    void *file = unit_place(unit, unit->clang->getCursorLocation(cursor)).file;
    if (file != search->last_file) {
        const char *name = unit_file_name(unit, file);
        search->last_file = file;
        search->last_is_system = str_starts(name, "/usr/") && !strstr(name, "/../");
    }
    return search->last_is_system;
}

/* ---- attributes ---- */

/* A declaration as clang prints it, word by word. */
struct words {
    struct str text;
    size_t at;
};

static char ahead(const struct words *w, size_t distance)
{
    return w->at + distance < w->text.length ? w->text.at[w->at + distance] : '\0';
}

static void skip_string(struct words *w)
{
    for (w->at++; w->at < w->text.length && ahead(w, 0) != '"'; w->at++)
        w->at += ahead(w, 0) == '\\';
    w->at++;
}

/* The next identifier outside of strings; false at the end. */
static bool next_word(struct words *w, struct str *out)
{
    while (w->at < w->text.length) {
        if (ahead(w, 0) == '"') {
            skip_string(w);
        } else if (isalpha((unsigned char)ahead(w, 0)) || ahead(w, 0) == '_') {
            size_t from = w->at;
            while (isalnum((unsigned char)ahead(w, 0)) || ahead(w, 0) == '_')
                w->at++;
            *out = (struct str){ w->text.at + from, w->at - from };
            return true;
        } else {
            w->at++;
        }
    }
    return false;
}

static bool stands_before(const struct words *w, struct str word, const char *what)
{
    size_t length = strlen(what);
    return (size_t)(word.at - w->text.at) >= length && memcmp(word.at - length, what, length) == 0;
}

/* __attribute__((NAME…)), [[NAME…]] or [[gnu::NAME…]]. */
static bool is_attribute(const struct words *w, struct str word)
{
    return stands_before(w, word, "__attribute__((") || stands_before(w, word, "[[") ||
           stands_before(w, word, "::");
}

static bool has_order(const struct words *w)
{
    struct words number = *w;
    number.at++;
    return ahead(w, 0) == '(' && isdigit((unsigned char)ahead(&number, 0)) &&
           strncmp(number.text.at + number.at, usual_order, strlen(usual_order)) != 0;
}

static void tell_attribute(struct search *search, clang_cursor at, const struct words *w,
                           struct str word)
{
    struct arena *arena = search->unit->arena;
    for (size_t i = 0; i < COUNT_OF(attributes); i++)
        if (str_is(word, attributes[i].name))
            tell(search, attributes[i].kind, at,
                 arena_printf(arena, "an attribute %s (%s)", attributes[i].what,
                              attributes[i].name));
    for (size_t i = 0; i < COUNT_OF(ordered); i++)
        if (str_is(word, ordered[i]) && has_order(w))
            tell(search, ESCAPE_PLACE, at,
                 arena_printf(arena, "an attribute that says when a function runs (%s)",
                              ordered[i]));
}

/* Clang's interface does not name most attributes; what it prints does. All at once, at the first.
 */
static void look_at_attribute(struct search *search, clang_cursor cursor, clang_cursor declaration)
{
    struct words words;
    struct str word;
    if (memcmp(&search->printed, &declaration, sizeof declaration) == 0)
        return;
    search->printed = declaration;
    words = (struct words){ str_of(unit_declaration(search->unit, declaration)), 0 };
    while (next_word(&words, &word))
        if (is_attribute(&words, word))
            tell_attribute(search, cursor, &words, word);
}

/* ---- names ---- */

static const char *reserved_beginning(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(reserved); i++)
        if (str_starts(name, reserved[i]))
            return reserved[i];
    return NULL;
}

/* `#pragma redefine_extname` leaves no attribute that is shown, but another symbol. */
static void look_at_name(struct search *search, clang_cursor cursor)
{
    struct unit *unit = search->unit;
    const char *symbol = unit_symbol(unit, cursor);
    if (reserved_beginning(symbol))
        tell(search, ESCAPE_NAME, cursor,
             arena_printf(unit->arena, "a name of the counting itself (%s)",
                          shown(unit, str_of(symbol))));
    else if (unit->clang->isCursorDefinition(cursor) &&
             strcmp(symbol, unit_spelling(unit, cursor)) != 0)
        tell(search, ESCAPE_ASSEMBLY, cursor,
             arena_printf(unit->arena, "a name that is given to the assembler (%s)",
                          shown(unit, str_of(symbol))));
}

/* ---- the tree ---- */

static int look(clang_cursor cursor, clang_cursor parent, void *context)
{
    struct search *search = context;
    struct unit *unit = search->unit;
    if (is_of_system(search, cursor))
        return CLANG_VISIT_CONTINUE;
    if (cursor.kind == CLANG_ASSEMBLY || cursor.kind == CLANG_ASSEMBLY_OF_MICROSOFT)
        tell(search, ESCAPE_ASSEMBLY, cursor, "inline assembly");
    else if (cursor.kind == CLANG_UNEXPOSED_DECLARATION &&
             strstr(unit_declaration(unit, cursor), "asm"))
        tell(search, ESCAPE_ASSEMBLY, cursor, "assembly outside of functions");
    else if (cursor.kind == CLANG_ASSEMBLY_LABEL)
        tell(search, ESCAPE_ASSEMBLY, cursor,
             arena_printf(unit->arena, "a name that is given to the assembler (%s)",
                          shown(unit, str_of(unit_spelling(unit, cursor)))));
    else if (cursor.kind >= CLANG_ATTRIBUTE_FIRST && cursor.kind <= CLANG_ATTRIBUTE_LAST)
        look_at_attribute(search, cursor, parent);
    else if (cursor.kind == CLANG_FUNCTION || cursor.kind == CLANG_VARIABLE)
        look_at_name(search, cursor);
    return CLANG_VISIT_RECURSE;
}

void escapes_find(struct unit *unit, escape_visitor *visit, void *context)
{
    struct search search = { .unit = unit, .visit = visit, .context = context };
    unit->clang->visitChildren(unit->clang->getTranslationUnitCursor(unit->handle), look, &search);
}
