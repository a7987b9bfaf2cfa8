/* names.c - numbers that have no name, and names that say nothing. */
#include "grader/quality/names.h"

#include <stdlib.h>
#include <string.h>

#include "grader/base/attr.h"

enum { SMALL_MAX = 9 };

struct reading {
    const struct unit *unit;
    const struct unit_node *function;
    size_t file;
    struct names *names;
};

/* ---- numbers ---- */

static bool is_power(long value, long base)
{
    while (value % base == 0)
        value /= base;
    return value == 1;
}

static bool needs_no_name(long value)
{
    static const long known[] = { 9, 24, 26, 60, 127, 255 };
    if (value <= 2 || is_power(value, 2) || is_power(value, 10))
        return true;
    for (size_t i = 0; i < COUNT_OF(known); i++)
        if (known[i] == value)
            return true;
    return false;
}

/* Written here, in digits alone; 0 when it is not. */
static long digits_of(const struct reading *r, const struct unit_node *node)
{
    node = unit_inner(node);
    if (node->cursor.kind != CLANG_INTEGER || node->is_macro)
        return 0;
    char *end;
    const char *text = unit_text(r->unit, node->cursor);
    long value = strtol(text, &end, 10);
    return *end == '\0' && text[0] != '0' ? value : 0;
}

static void note_number(struct reading *r, const struct unit_node *node, long value)
{
    struct names *names = r->names;
    for (size_t i = 0; i < names->number_count; i++)
        if (names->numbers[i].value == value)
            return;
    if (names->number_count < NAMES_NUMBERS_MAX)
        names->numbers[names->number_count++] =
            (struct names_number){ value, { r->file, node->begin.line, node->begin.column } };
}

/* What a number may be compared with and yet need no name: the arguments' count, a call's result.
 */
static bool explains(const struct reading *r, const struct unit_node *other)
{
    other = unit_inner(other);
    return other->cursor.kind == CLANG_CALL ||
           (other->cursor.kind == CLANG_NAME &&
            strcmp(unit_spelling(r->unit, other->cursor), "argc") == 0);
}

static void read_relation(struct reading *r, const struct unit_node *node, const char *op)
{
    bool is_equality = strcmp(op, "==") == 0 || strcmp(op, "!=") == 0;
    for (size_t i = 0; i < 2; i++) {
        long value = digits_of(r, &node->children[i]);
        if (!needs_no_name(value) && (is_equality || value > SMALL_MAX) &&
            !explains(r, &node->children[1 - i]))
            note_number(r, &node->children[i], value);
    }
}

static void read_operands(struct reading *r, const struct unit_node *node)
{
    static const char *const relations[] = { "==", "!=", "<", ">", "<=", ">=" };
    const char *op = node->child_count == 2 ? unit_operator(r->unit, node) : "";
    for (size_t i = 0; i < COUNT_OF(relations); i++)
        if (strcmp(relations[i], op) == 0)
            read_relation(r, node, op);
    bool sets = strcmp(op, "=") == 0 || strcmp(op, "+=") == 0 || strcmp(op, "-=") == 0;
    long value = sets ? digits_of(r, &node->children[1]) : 0;
    if (!needs_no_name(value))
        note_number(r, &node->children[1], value);
}

static void read_case(struct reading *r, const struct unit_node *node)
{
    long value = node->child_count > 0 ? digits_of(r, &node->children[0]) : 0;
    if (!needs_no_name(value))
        note_number(r, &node->children[0], value);
}

/* ---- names ---- */

static unsigned last_use(const struct reading *r, const struct unit_node *node, const char *name)
{
    unsigned last = 0;
    if (node->cursor.kind == CLANG_NAME && strcmp(unit_spelling(r->unit, node->cursor), name) == 0)
        last = node->begin.line;
    for (size_t i = 0; i < node->child_count; i++) {
        unsigned line = last_use(r, &node->children[i], name);
        last = line > last ? line : last;
    }
    return last;
}

static void read_declaration(struct reading *r, const struct unit_node *node)
{
    const char *name = unit_spelling(r->unit, node->cursor);
    struct names_short *longest = &r->names->longest;
    if (strlen(name) != 1 || strchr("ijknmxyabc", name[0]))
        return;
    unsigned last = last_use(r, r->function, name), from = node->begin.line;
    unsigned lines = last > from ? last - from : 0;
    unsigned most = longest->name ? longest->last_line - longest->at.line : NAMES_SHORT_LINES;
    if (lines > most)
        *longest = (struct names_short){ name,
                                         unit_spelling(r->unit, r->function->cursor),
                                         { r->file, from, node->begin.column },
                                         last };
}

static void walk(struct reading *r, const struct unit_node *node)
{
    switch (node->is_macro ? 0 : node->cursor.kind) {
    case CLANG_BINARY:
    case CLANG_COMPOUND_ASSIGN:
        read_operands(r, node);
        break;
    case CLANG_CASE:
        read_case(r, node);
        break;
    case CLANG_VARIABLE:
    case CLANG_PARAMETER:
        read_declaration(r, node);
        break;
    default:
        break;
    }
    for (size_t i = 0; i < node->child_count; i++)
        walk(r, &node->children[i]);
}

void names_read(const struct unit *unit, const struct unit_node *function, size_t file,
                struct names *names)
{
    struct reading reading = { unit, function, file, names };
    walk(&reading, function);
}
