/* slips.c - mistakes that are common in C and easy to see in a tree with types. */
#include "grader/quality/slips.h"

#include <stdlib.h>
#include <string.h>

#include "grader/base/attr.h"

enum { WAY_MAX = UNIT_DEPTH_MAX + 2, HASH_FACTOR_LEAST = 31, SIGN_SHIFT = 24 };

struct search {
    const struct unit *unit;
    const struct unit_node *function;
    slip_visitor *found;
    void *context;
    const struct unit_node *way[WAY_MAX]; /* from the function down to the node at hand */
    size_t length;
    bool has_told_signed_char, has_told_argument;
};

static void tell(const struct search *s, const struct unit_node *node, const char *rule,
                 const char *about)
{
    const struct slip slip = { node->begin.line, node->begin.column, rule, about };
    s->found(&slip, s->context);
}

/* ---- what a node is ---- */

static const char *text_of(const struct search *s, const struct unit_node *node)
{
    return unit_text(s->unit, unit_inner(node)->cursor);
}

static bool is_one_of(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}

static bool is_binary(const struct search *s, const struct unit_node *node, const char *op)
{
    node = unit_inner(node);
    return node->cursor.kind == CLANG_BINARY && node->child_count == 2 &&
           strcmp(unit_operator(s->unit, node), op) == 0;
}

static bool is_relation(const struct search *s, const struct unit_node *node)
{
    static const char *const ops[] = { "==", "!=", "<", ">", "<=", ">=" };
    node = unit_inner(node);
    return node->cursor.kind == CLANG_BINARY && node->child_count == 2 &&
           is_one_of(unit_operator(s->unit, node), ops, COUNT_OF(ops));
}

/* A plain number that was written here, or -1. */
static long number_of(const struct search *s, const struct unit_node *node)
{
    const struct unit_node *inner = unit_inner(node);
    if (inner->cursor.kind != CLANG_INTEGER || inner->is_macro)
        return -1;
    char *end;
    const char *text = unit_text(s->unit, inner->cursor);
    long value = strtol(text, &end, 0);
    return *end == '\0' && end > text ? value : -1;
}

static bool is_char(int type)
{
    return type == CLANG_TYPE_CHAR || type == CLANG_TYPE_SCHAR;
}

static bool is_byte(int type)
{
    return is_char(type) || type == CLANG_TYPE_UCHAR || type == CLANG_TYPE_CHAR_UNSIGNED;
}

static bool is_unsigned(int type)
{
    return type >= CLANG_TYPE_UINT && type <= CLANG_TYPE_ULONGLONG;
}

static bool is_signed(int type)
{
    return type >= CLANG_TYPE_INT && type <= CLANG_TYPE_LONGLONG;
}

/* The node `up` levels above the one at hand, parentheses and conversions left out. */
static const struct unit_node *above(const struct search *s, size_t up)
{
    for (size_t at = s->length - 1; at-- > 0;) {
        int kind = s->way[at]->cursor.kind;
        if (kind != CLANG_UNEXPOSED && kind != CLANG_PAREN && up-- == 1)
            return s->way[at];
    }
    return s->function;
}

/* ---- calls ---- */

static const struct unit_node *argument(const struct unit_node *call, size_t index)
{
    return index + 1 < call->child_count ? &call->children[index + 1] : NULL;
}

/* isalpha(c) of a char that is negative reads in front of a table. */
static void check_ctype(struct search *s, const struct unit_node *call, const char *name)
{
    static const char *const names[] = { "isalnum", "isalpha",  "isblank", "iscntrl", "isdigit",
                                         "isgraph", "islower",  "isprint", "ispunct", "isspace",
                                         "isupper", "isxdigit", "tolower", "toupper" };
    const struct unit_node *c = argument(call, 0);
    if (s->has_told_signed_char || !c || !is_one_of(name, names, COUNT_OF(names)) ||
        !is_char(unit_type(s->unit, c)))
        return;
    s->has_told_signed_char = true;
    tell(s, call, "signed-char", text_of(s, c));
}

/* while ((c = getchar()) != EOF) with a char. */
static void check_getchar(const struct search *s, const struct unit_node *call, const char *name)
{
    static const char *const names[] = { "getchar", "getc", "fgetc", "getchar_unlocked" };
    const struct unit_node *assignment = above(s, 1);
    if (is_one_of(name, names, COUNT_OF(names)) && is_binary(s, assignment, "=") &&
        is_byte(unit_type(s->unit, &assignment->children[0])) && is_relation(s, above(s, 2)))
        tell(s, call, "eof-in-char", text_of(s, &assignment->children[0]));
}

/* malloc(strlen(s)): and the NUL? */
static void check_length(const struct search *s, const struct unit_node *call, const char *name)
{
    const struct unit_node *size = strcmp(name, "malloc") == 0    ? argument(call, 0)
                                   : strcmp(name, "realloc") == 0 ? argument(call, 1)
                                                                  : NULL;
    size = size ? unit_inner(size) : NULL;
    if (size && size->cursor.kind == CLANG_CALL &&
        strcmp(unit_spelling(s->unit, size->cursor), "strlen") == 0)
        tell(s, call, "no-room-for-nul", "");
}

static bool calls(const struct search *s, const struct unit_node *node, const char *name)
{
    if (node->cursor.kind == CLANG_CALL && strcmp(unit_spelling(s->unit, node->cursor), name) == 0)
        return true;
    for (size_t i = 0; i < node->child_count; i++)
        if (calls(s, &node->children[i], name))
            return true;
    return false;
}

/* strcpy into an array from a pointer, in a function that never asks for a length. */
static void check_copy(const struct search *s, const struct unit_node *call, const char *name)
{
    const struct unit_node *to = argument(call, 0), *from = argument(call, 1);
    if ((strcmp(name, "strcpy") != 0 && strcmp(name, "strcat") != 0) || !to || !from ||
        unit_type(s->unit, to) != CLANG_TYPE_ARRAY ||
        unit_type(s->unit, from) == CLANG_TYPE_ARRAY ||
        unit_inner(from)->cursor.kind == CLANG_STRING ||
        unit_inner(from)->cursor.kind == CLANG_CONDITIONAL || calls(s, s->function, "strlen") ||
        calls(s, s->function, "strnlen"))
        return;
    tell(s, call, "unbounded-copy", text_of(s, to));
}

static void check_call(struct search *s, const struct unit_node *call)
{
    const char *name = unit_spelling(s->unit, call->cursor);
    check_ctype(s, call, name);
    check_getchar(s, call, name);
    check_length(s, call, name);
    check_copy(s, call, name);
}

/* ---- operators ---- */

/* abs(h) % n: of the least int there is no absolute value. */
static void check_remainder(const struct search *s, const struct unit_node *node)
{
    const struct unit_node *left = unit_inner(&node->children[0]);
    const char *name = left->cursor.kind == CLANG_CALL ? unit_spelling(s->unit, left->cursor) : "";
    if (strcmp(name, "abs") == 0 || strcmp(name, "labs") == 0 || strcmp(name, "llabs") == 0)
        tell(s, node, "abs-remainder", "");
}

/* b[3] << 24 of a byte, 1 << (k % 32) */
static void check_shift(const struct search *s, const struct unit_node *node)
{
    const struct unit_node *left = &node->children[0], *right = &node->children[1];
    const char *amount = text_of(s, right);
    bool shifts_byte = is_byte(unit_type(s->unit, left)) && number_of(s, right) >= SIGN_SHIFT;
    bool shifts_one =
        number_of(s, left) == 1 && (str_ends(amount, "%32") || str_ends(amount, "&31"));
    if (shifts_byte || shifts_one)
        tell(s, node, "shift-into-sign", "");
}

/* The place is compared with a small number, or asked whether it is 0. */
static bool is_tested(const struct search *s, const struct unit_node *node, const char *place)
{
    const struct unit_node *inner = unit_inner(node);
    if (is_relation(s, inner) && ((strcmp(text_of(s, &inner->children[0]), place) == 0 &&
                                   number_of(s, &inner->children[1]) >= 0) ||
                                  (strcmp(text_of(s, &inner->children[1]), place) == 0 &&
                                   number_of(s, &inner->children[0]) >= 0)))
        return true;
    if (inner->cursor.kind == CLANG_UNARY && *text_of(s, inner) == '!' &&
        strcmp(text_of(s, inner) + 1, place) == 0)
        return true;
    for (size_t i = 0; i < inner->child_count; i++)
        if (is_tested(s, &inner->children[i], place))
            return true;
    return false;
}

/* i <= n - 1 with an unsigned n that nobody has compared with 0 */
static void check_bound(const struct search *s, const struct unit_node *node)
{
    int parent = above(s, 1)->cursor.kind;
    const struct unit_node *bound = unit_inner(&node->children[1]);
    if ((parent != CLANG_FOR && parent != CLANG_WHILE) || !is_binary(s, bound, "-") ||
        number_of(s, &bound->children[1]) != 1 ||
        !is_unsigned(unit_type(s->unit, &bound->children[0])))
        return;
    const char *place = text_of(s, &bound->children[0]);
    if (!is_tested(s, s->function, place))
        tell(s, node, "unsigned-below-zero", place);
}

/* h = h * 31 + c in an int */
static void check_hash(const struct search *s, const struct unit_node *node)
{
    const struct unit_node *place = &node->children[0], *value = unit_inner(&node->children[1]);
    if (!is_signed(unit_type(s->unit, place)) ||
        (!is_binary(s, value, "+") && !is_binary(s, value, "^")))
        return;
    const struct unit_node *product = unit_inner(&value->children[0]);
    if (!is_binary(s, product, "*") ||
        strcmp(text_of(s, &product->children[0]), text_of(s, place)) != 0 ||
        !is_signed(unit_type(s->unit, product)))
        return;
    long factor = number_of(s, &product->children[1]);
    if (factor >= HASH_FACTOR_LEAST && factor % 2 == 1)
        tell(s, node, "hash-overflow", text_of(s, place));
}

static void check_binary(const struct search *s, const struct unit_node *node)
{
    static const struct {
        const char *op;
        void (*check)(const struct search *s, const struct unit_node *node);
    } checks[] = {
        { "%", check_remainder },
        { "<<", check_shift },
        { "<=", check_bound },
        { "=", check_hash },
    };
    if (node->child_count != 2)
        return;
    const char *op = unit_operator(s->unit, node);
    for (size_t i = 0; i < COUNT_OF(checks); i++)
        if (strcmp(checks[i].op, op) == 0)
            checks[i].check(s, node);
}

/* ---- functions as a whole ---- */

/* The parameter's name; "" when there is none. */
static const char *parameter(const struct search *s, size_t index, const char **out_text)
{
    for (size_t i = 0; i < s->function->child_count; i++) {
        const struct unit_node *child = &s->function->children[i];
        if (child->cursor.kind == CLANG_PARAMETER && index-- == 0) {
            *out_text = unit_text(s->unit, child->cursor);
            return unit_spelling(s->unit, child->cursor);
        }
    }
    *out_text = "";
    return "";
}

static bool is_comparator(const struct search *s)
{
    const char *first, *second;
    parameter(s, 0, &first);
    parameter(s, 1, &second);
    return str_starts(first, "constvoid*") && str_starts(second, "constvoid*");
}

/* return a->time - b->time of a comparator for qsort */
static void check_return(const struct search *s, const struct unit_node *node)
{
    const struct unit_node *value = node->child_count == 1 ? unit_inner(node->children) : NULL;
    if (!value || !is_binary(s, value, "-") || !is_comparator(s))
        return;
    for (size_t i = 0; i < 2; i++) {
        int type = unit_type(s->unit, &value->children[i]);
        if (is_relation(s, &value->children[i]) ||
            unit_inner(&value->children[i])->cursor.kind == CLANG_CALL ||
            (!is_signed(type) && !is_unsigned(type)))
            return;
    }
    tell(s, value, "comparator-difference", "");
}

static bool names(const struct search *s, const struct unit_node *node, const char *name)
{
    if (node->cursor.kind == CLANG_NAME && strcmp(unit_spelling(s->unit, node->cursor), name) == 0)
        return true;
    for (size_t i = 0; i < node->child_count; i++)
        if (names(s, &node->children[i], name))
            return true;
    return false;
}

/* argv[1] in a main that never looks at argc, nor at an argument itself. */
static void check_argument(struct search *s, const struct unit_node *node)
{
    const char *ignored, *count, *list;
    if (s->has_told_argument || node->child_count != 2 || number_of(s, &node->children[1]) < 1 ||
        strcmp(unit_spelling(s->unit, s->function->cursor), "main") != 0)
        return;
    count = parameter(s, 0, &ignored);
    list = parameter(s, 1, &ignored);
    const char *text = text_of(s, node);
    if (!*list || strcmp(text_of(s, &node->children[0]), list) != 0 ||
        names(s, s->function, count) || is_tested(s, s->function, text))
        return;
    s->has_told_argument = true;
    tell(s, node, "unchecked-argument", text);
}

/* ---- all ---- */

static void walk(struct search *s, const struct unit_node *node)
{
    if (s->length == WAY_MAX)
        return;
    s->way[s->length++] = node;
    int kind = node->is_macro ? 0 : node->cursor.kind;
    if (kind == CLANG_CALL)
        check_call(s, node);
    else if (kind == CLANG_BINARY)
        check_binary(s, node);
    else if (kind == CLANG_RETURN)
        check_return(s, node);
    else if (kind == CLANG_SUBSCRIPT)
        check_argument(s, node);
    for (size_t i = 0; i < node->child_count; i++)
        walk(s, &node->children[i]);
    s->length--;
}

void slips_find(const struct unit *unit, const struct unit_node *function, slip_visitor *found,
                void *context)
{
    struct search search = {
        .unit = unit, .function = function, .found = found, .context = context
    };
    walk(&search, function);
}
