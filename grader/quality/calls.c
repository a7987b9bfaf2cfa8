/* calls.c - calls that may fail, and whether the function looks. */
#include "grader/quality/calls.h"

#include <stdint.h>
#include <string.h>

/*
 * Theory of operation
 *
 * The tree is walked once with the way from the function down to the node at hand. A call of the
 * table is looked at from below: what its result first meets decides.
 *
 *   a condition, a comparison, !, a return, an argument    looked at
 *   nothing: it is a statement                             ignored
 *   a variable or another place                            then the uses of that place decide, in
 * the order of the text: a test, or a use that needs success
 *
 * Places are compared by their tokens, "s->items" with "s->items": exact enough within a function.
 */

enum result { RESULT_POINTER, RESULT_COUNT, RESULT_NUMBER };

static const struct {
    const char *name;
    enum result result;
} table[] = {
    { "malloc", RESULT_POINTER },        { "calloc", RESULT_POINTER },
    { "realloc", RESULT_POINTER },       { "reallocarray", RESULT_POINTER },
    { "aligned_alloc", RESULT_POINTER }, { "strdup", RESULT_POINTER },
    { "strndup", RESULT_POINTER },       { "fopen", RESULT_POINTER },
    { "fdopen", RESULT_POINTER },        { "tmpfile", RESULT_POINTER },
    { "scanf", RESULT_COUNT },           { "fscanf", RESULT_COUNT },
    { "sscanf", RESULT_COUNT },          { "strtol", RESULT_NUMBER },
    { "strtoul", RESULT_NUMBER },        { "strtoll", RESULT_NUMBER },
    { "strtoull", RESULT_NUMBER },       { "strtod", RESULT_NUMBER },
    { "strtof", RESULT_NUMBER },
};

/* Functions of the library that read or write through a pointer that they are given. */
static const char *const users[] = {
    "memset",  "memcpy", "memmove",  "memcmp",  "strcpy",  "strncpy", "strcat", "strncat",
    "strlen",  "strcmp", "snprintf", "sprintf", "qsort",   "fgets",   "fread",  "fwrite",
    "fprintf", "fscanf", "fputs",    "fgetc",   "getc",    "fclose",  "printf", "puts",
    "sscanf",  "strchr", "strstr",   "strncmp", "getline", "fseek",
};

enum { WAY_MAX = UNIT_DEPTH_MAX + 2 };

struct checking {
    const struct unit *unit;
    const struct unit_node *function;
    struct call_counts *counts;
    const struct call_visitor *visitor;
    const struct unit_node
        *way[WAY_MAX + 1]; /* from the function down; way[length - 1] is at hand */
    size_t length;
};

/* ---- what a value meets ---- */

enum meeting {
    MEETS_NOTHING,
    MEETS_TEST,
    MEETS_PLACE,
    MEETS_USE, /* something that needs it to be good */
    MEETS_OTHER
};

static bool is_condition(const struct unit_node *parent, const struct unit_node *child)
{
    size_t index = (size_t)(child - parent->children);
    switch (parent->cursor.kind) {
    case CLANG_IF:
    case CLANG_WHILE:
    case CLANG_SWITCH:
    case CLANG_CONDITIONAL:
        return index == 0;
    case CLANG_DO:
        return index == 1;
    case CLANG_FOR:
        return index + 1 < parent->child_count;
    default:
        return false;
    }
}

static bool is_assignment(const char *op)
{
    return strcmp(op, "=") == 0;
}

static bool is_test(const char *op)
{
    static const char *const tests[] = { "==", "!=", "<", ">", "<=", ">=", "&&", "||" };
    for (size_t i = 0; i < COUNT_OF(tests); i++)
        if (strcmp(tests[i], op) == 0)
            return true;
    return false;
}

static bool uses_pointer(const char *function)
{
    for (size_t i = 0; i < COUNT_OF(users); i++)
        if (strcmp(users[i], function) == 0)
            return true;
    return false;
}

/* Writing the result through an assignment: the place, and what the assignment in turn meets. */
struct met {
    enum meeting meeting;
    const struct unit_node *place; /* MEETS_PLACE: the node whose tokens name it */
    size_t level;                  /* in the way, of what was met */
};

static struct met meet_binary(const struct checking *c, const struct unit_node *parent,
                              const struct unit_node *child, size_t level)
{
    const char *op = unit_operator(c->unit, parent);
    if (is_test(op))
        return (struct met){ MEETS_TEST, NULL, level };
    if (is_assignment(op) && child != &parent->children[0])
        return (struct met){ MEETS_PLACE, &parent->children[0], level };
    if (strcmp(op, "+") == 0 || strcmp(op, "-") == 0)
        return (struct met){ MEETS_OTHER, parent, level };
    return (struct met){ MEETS_OTHER, NULL, level };
}

static struct met meet_unary(const struct checking *c, const struct unit_node *parent, size_t level)
{
    const char *text = unit_text(c->unit, parent->cursor);
    if (text[0] == '!')
        return (struct met){ MEETS_TEST, NULL, level };
    if (text[0] == '*')
        return (struct met){ MEETS_USE, NULL, level };
    return (struct met){ MEETS_OTHER, NULL, level };
}

/* What the node at way[level] meets first, going up. */
static struct met meet(const struct checking *c, size_t level)
{
    for (; level > 0 && level < WAY_MAX; level--) {
        const struct unit_node *child = c->way[level], *parent = c->way[level - 1];
        size_t above = level - 1;
        if (is_condition(parent, child))
            return (struct met){ MEETS_TEST, NULL, above };
        switch (parent->cursor.kind) {
        case CLANG_UNEXPOSED:
        case CLANG_PAREN:
            continue;
        case CLANG_CAST:
            if (str_starts(unit_text(c->unit, parent->cursor), "(void)"))
                return (struct met){ MEETS_OTHER, NULL, above };
            continue;
        case CLANG_BINARY:
            return meet_binary(c, parent, child, above);
        case CLANG_UNARY:
            return meet_unary(c, parent, above);
        case CLANG_VARIABLE:
            return (struct met){ MEETS_PLACE, parent, above };
        case CLANG_SUBSCRIPT:
            return (struct met){ child == &parent->children[0] ? MEETS_USE : MEETS_OTHER, NULL,
                                 above };
        case CLANG_MEMBER: /* s->x needs s; s.x does not */
            return (struct met){ strstr(unit_text(c->unit, parent->cursor), "->") ? MEETS_USE
                                                                                  : MEETS_OTHER,
                                 NULL, above };
        case CLANG_CALL:
            return (struct met){ uses_pointer(unit_spelling(c->unit, parent->cursor)) &&
                                         child != &parent->children[0]
                                     ? MEETS_USE
                                     : MEETS_OTHER,
                                 NULL, above };
        case CLANG_COMPOUND:
        case CLANG_LABEL:
        case CLANG_CASE:
        case CLANG_DEFAULT:
        case CLANG_IF:
        case CLANG_WHILE:
        case CLANG_FOR:
        case CLANG_DO:
            return (struct met){ MEETS_NOTHING, NULL, above };
        default:
            return (struct met){ MEETS_OTHER, NULL, above };
        }
    }
    return (struct met){ MEETS_OTHER, NULL, 0 };
}

/* ---- the uses of a place ---- */

struct place_search {
    struct checking *checking; /* its way is used */
    const char *place;
    unsigned after;   /* offset: the end of the call */
    unsigned test_at; /* the first of each behind it; UINT32_MAX: none */
    unsigned use_at, other_at;
};

static void note_use(struct place_search *search, const struct unit_node *node, size_t level)
{
    if (node->begin.offset < search->after)
        return;
    struct met met = meet(search->checking, level);
    unsigned *into = met.meeting == MEETS_TEST  ? &search->test_at
                     : met.meeting == MEETS_USE ? &search->use_at
                                                : &search->other_at;
    if (node->begin.offset < *into)
        *into = node->begin.offset;
}

static void search_place(struct place_search *search, const struct unit_node *node)
{
    struct checking *c = search->checking;
    if (c->length == WAY_MAX)
        return;
    c->way[c->length++] = node;
    int kind = node->cursor.kind;
    bool is_place = kind == CLANG_NAME || kind == CLANG_MEMBER || kind == CLANG_SUBSCRIPT ||
                    kind == CLANG_UNARY;
    const char *text = !is_place            ? ""
                       : kind == CLANG_NAME ? unit_spelling(c->unit, node->cursor)
                                            : unit_text(c->unit, node->cursor);
    if (is_place && strcmp(text, search->place) == 0)
        note_use(search, node, c->length - 1);
    else
        for (size_t i = 0; i < node->child_count; i++)
            search_place(search, &node->children[i]);
    c->length--;
}

/* True when the function uses the place before it tests it; *out_is_alone when it does neither. */
static bool is_used_untested(const struct checking *c, const char *place, unsigned after,
                             bool is_pointer, bool *out_is_alone)
{
    struct checking own = { .unit = c->unit, .function = c->function };
    struct place_search search = { .checking = &own,
                                   .place = place,
                                   .after = after,
                                   .test_at = UINT32_MAX,
                                   .use_at = UINT32_MAX,
                                   .other_at = UINT32_MAX };
    search_place(&search, c->function);
    *out_is_alone = search.use_at == UINT32_MAX && search.test_at == UINT32_MAX;
    if (!is_pointer) /* a count that is looked at in any way will do */
        return search.test_at == UINT32_MAX && search.use_at == UINT32_MAX &&
               search.other_at == UINT32_MAX;
    return search.use_at != UINT32_MAX && search.use_at < search.test_at;
}

/* ---- one call ---- */

static const char *place_text(const struct unit *unit, const struct unit_node *place)
{
    return place->cursor.kind == CLANG_VARIABLE ? unit_spelling(unit, place->cursor)
                                                : unit_text(unit, place->cursor);
}

/* p of `p = realloc(p, …)`. */
static bool is_own_first_argument(const struct checking *c, const struct unit_node *call,
                                  const char *place)
{
    if (c->unit->clang->Cursor_getNumArguments(call->cursor) < 1)
        return false;
    clang_cursor first = c->unit->clang->Cursor_getArgument(call->cursor, 0);
    return *place && strcmp(unit_text(c->unit, first), place) == 0;
}

/* The caller has the block's address still. */
static bool is_parameter(const struct checking *c, const char *place)
{
    for (size_t i = 0; i < c->function->child_count; i++) {
        const struct unit_node *child = &c->function->children[i];
        if (child->cursor.kind == CLANG_PARAMETER &&
            strcmp(unit_spelling(c->unit, child->cursor), place) == 0)
            return true;
    }
    return false;
}

/* strtol(s, NULL, 10) can't be checked; with an end it is taken to be. */
static bool has_end(const struct checking *c, const struct unit_node *call)
{
    if (c->unit->clang->Cursor_getNumArguments(call->cursor) < 2)
        return true;
    const char *end = unit_text(c->unit, c->unit->clang->Cursor_getArgument(call->cursor, 1));
    return *end && strcmp(end, "0") != 0; /* of a macro's body, as NULL's, there are no tokens */
}

/* Of a result that is put into a place; *out_member: when the rule is broken only if nobody else
 * looks. NULL: it is looked at. */
static const char *rule_of_place(const struct checking *c, const struct unit_node *call,
                                 const struct met *met, const char *unchecked, const char *into,
                                 bool is_pointer, const char **out_member)
{
    bool is_alone;
    /* if ((p = malloc(n)) == NULL) */
    if (met->place->cursor.kind != CLANG_VARIABLE && meet(c, met->level).meeting == MEETS_TEST)
        return NULL;
    if (is_used_untested(c, into, call->end.offset, is_pointer, &is_alone))
        return unchecked;
    if (!is_alone || !is_pointer || met->place->cursor.kind != CLANG_MEMBER)
        return NULL;
    *out_member = unit_spelling(c->unit, met->place->cursor);
    return unchecked;
}

/* The rule that is broken; NULL: none. *out_into: where the result goes. */
static const char *broken_rule(const struct checking *c, const struct unit_node *call,
                               const char *name, enum result result, const char **out_into,
                               const char **out_member)
{
    bool is_pointer = result == RESULT_POINTER;
    const char *unchecked =
        is_pointer && !strstr(name, "open") ? "unchecked-allocation" : "unchecked-result";
    *out_into = "";
    *out_member = "";
    if (result == RESULT_NUMBER)
        return has_end(c, call) ? NULL : unchecked;
    struct met met = meet(c, c->length - 1);
    if (met.meeting == MEETS_NOTHING || met.meeting == MEETS_USE)
        return unchecked;
    if (met.meeting != MEETS_PLACE)
        return NULL;
    *out_into = place_text(c->unit, met.place);
    if (str_starts(name, "realloc") && is_own_first_argument(c, call, *out_into) &&
        !is_parameter(c, *out_into))
        return "lost-realloc";
    return rule_of_place(c, call, &met, unchecked, *out_into, is_pointer, out_member);
}

static void check_call(struct checking *c, const struct unit_node *call)
{
    const char *name = unit_spelling(c->unit, call->cursor), *into, *member;
    for (size_t i = 0; i < COUNT_OF(table); i++) {
        if (strcmp(table[i].name, name) != 0)
            continue;
        c->counts->to_check++;
        const char *rule = broken_rule(c, call, name, table[i].result, &into, &member);
        if (!rule)
            return;
        c->counts->unchecked += *member == '\0';
        const struct unchecked_call found = {
            call->begin.line, call->begin.column, rule, name, into, member
        };
        c->visitor->found(&found, c->visitor->context);
        return;
    }
}

/* while (!feof(in)): true only after a read has failed, so the last line comes twice. */
static void check_loop(struct checking *c, const struct unit_node *loop)
{
    if (loop->child_count < 2 ||
        !str_starts(unit_text(c->unit, loop->children[0].cursor), "!feof("))
        return;
    const struct unchecked_call found = {
        loop->begin.line, loop->begin.column, "eof-too-late", "feof", "", ""
    };
    c->visitor->found(&found, c->visitor->context);
}

/* Returned is as good as tested: the caller may. */
static void check_member(const struct checking *c, const struct unit_node *member)
{
    struct met met = meet(c, c->length - 1);
    bool is_returned = met.meeting == MEETS_OTHER && c->way[met.level]->cursor.kind == CLANG_RETURN;
    if (met.meeting == MEETS_TEST || is_returned)
        c->visitor->tested(unit_spelling(c->unit, member->cursor), c->visitor->context);
}

static void walk(struct checking *c, const struct unit_node *node)
{
    if (c->length == WAY_MAX)
        return;
    c->way[c->length++] = node;
    if (node->cursor.kind == CLANG_WHILE && !node->is_macro)
        check_loop(c, node);
    if (node->cursor.kind == CLANG_CALL && !node->is_macro)
        check_call(c, node);
    if (node->cursor.kind == CLANG_MEMBER)
        check_member(c, node);
    for (size_t i = 0; i < node->child_count; i++)
        walk(c, &node->children[i]);
    c->length--;
}

void calls_check(const struct unit *unit, const struct unit_node *function,
                 struct call_counts *counts, const struct call_visitor *visitor)
{
    struct checking checking = {
        .unit = unit, .function = function, .counts = counts, .visitor = visitor
    };
    walk(&checking, function);
}
