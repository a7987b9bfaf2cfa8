/* metrics.c - the measures of one function, from its tree. */
#include "grader/quality/metrics.h"

#include <string.h>

enum logical { LOGICAL_NONE, LOGICAL_AND, LOGICAL_OR };

struct measuring {
    const struct unit *unit;
    struct quality_function *out;
    bool calls_itself;
};

/* Where a node stands: how deep in control structures, and in a run of which operator. */
struct standing {
    unsigned nesting;
    enum logical logical;
    bool is_else_if;
};

static void walk(struct measuring *m, const struct unit_node *node, struct standing at);

static void walk_all(struct measuring *m, const struct unit_node *node, struct standing at)
{
    for (size_t i = 0; i < node->child_count; i++)
        walk(m, &node->children[i], at);
}

static void deepen(struct measuring *m, unsigned nesting)
{
    if (nesting > m->out->nesting)
        m->out->nesting = nesting;
}

/* Children: condition, then, else. */
static void walk_if(struct measuring *m, const struct unit_node *node, struct standing at)
{
    if (!node->is_macro) {
        m->out->cognitive += at.is_else_if ? 1 : 1 + at.nesting;
        m->out->cyclomatic++;
        deepen(m, at.nesting + 1);
    }
    struct standing inner = { .nesting = at.nesting + !node->is_macro };
    for (size_t i = 0; i < node->child_count; i++) {
        const struct unit_node *child = &node->children[i];
        if (i == 0) {
            walk(m, child, (struct standing){ .nesting = at.nesting });
        } else if (i == 2 && child->cursor.kind == CLANG_IF) {
            walk(m, child, (struct standing){ .nesting = at.nesting, .is_else_if = true });
        } else {
            if (i == 2 && !node->is_macro)
                m->out->cognitive++;
            walk(m, child, inner);
        }
    }
}

/* A loop or a switch: its body is the last child, of a do-while the first. */
static void walk_structure(struct measuring *m, const struct unit_node *node, struct standing at)
{
    bool is_switch = node->cursor.kind == CLANG_SWITCH;
    size_t body = node->cursor.kind == CLANG_DO ? 0 : node->child_count - 1;
    unsigned inner = at.nesting + !node->is_macro;
    if (!node->is_macro) {
        m->out->cognitive += 1 + at.nesting;
        m->out->cyclomatic += !is_switch;
        deepen(m, inner);
    }
    for (size_t i = 0; i < node->child_count; i++)
        walk(m, &node->children[i], (struct standing){ .nesting = i == body ? inner : at.nesting });
}

static void walk_conditional(struct measuring *m, const struct unit_node *node, struct standing at)
{
    if (!node->is_macro) {
        m->out->cognitive += 1 + at.nesting;
        m->out->cyclomatic++;
    }
    walk_all(m, node, (struct standing){ .nesting = at.nesting + !node->is_macro });
}

static void walk_binary(struct measuring *m, const struct unit_node *node, struct standing at)
{
    const char *op = unit_operator(m->unit, node);
    enum logical logical = strcmp(op, "&&") == 0   ? LOGICAL_AND
                           : strcmp(op, "||") == 0 ? LOGICAL_OR
                                                   : LOGICAL_NONE;
    if (logical != LOGICAL_NONE && !node->is_macro) {
        m->out->cyclomatic++;
        m->out->cognitive += logical != at.logical;
    }
    walk_all(m, node, (struct standing){ .nesting = at.nesting, .logical = logical });
}

static void walk_call(struct measuring *m, const struct unit_node *node, struct standing at)
{
    if (!node->is_macro && strcmp(unit_spelling(m->unit, node->cursor), m->out->name) == 0)
        m->calls_itself = true;
    walk_all(m, node, (struct standing){ .nesting = at.nesting });
}

static void walk(struct measuring *m, const struct unit_node *node, struct standing at)
{
    switch (node->cursor.kind) {
    case CLANG_IF:
        walk_if(m, node, at);
        return;
    case CLANG_FOR:
    case CLANG_WHILE:
    case CLANG_DO:
    case CLANG_SWITCH:
        walk_structure(m, node, at);
        return;
    case CLANG_CONDITIONAL:
        walk_conditional(m, node, at);
        return;
    case CLANG_BINARY:
        walk_binary(m, node, at);
        return;
    case CLANG_CALL:
        walk_call(m, node, at);
        return;
    case CLANG_CASE:
        m->out->cyclomatic += !node->is_macro;
        break;
    case CLANG_GOTO:
    case CLANG_GOTO_INDIRECT:
        m->out->cognitive += !node->is_macro;
        break;
    case CLANG_PAREN:
    case CLANG_UNEXPOSED: /* an implicit conversion: the run of operators goes on */
        walk_all(m, node, (struct standing){ .nesting = at.nesting, .logical = at.logical });
        return;
    default:
        break;
    }
    walk_all(m, node, (struct standing){ .nesting = at.nesting });
}

/* A header of the problem, or of the system, says how many: nobody can take fewer. */
static unsigned parameters_of(const struct unit *unit, clang_cursor function)
{
    const struct libclang *clang = unit->clang;
    clang_cursor first = clang->getCanonicalCursor(function);
    struct unit_place declared = unit_place(unit, clang->getCursorLocation(first));
    int parameters = clang->Cursor_getNumArguments(function);
    bool is_own = unit_own_file(unit, declared.file) < unit->path_count;
    return is_own && parameters > 0 ? (unsigned)parameters : 0;
}

void metrics_measure(const struct unit *unit, const struct unit_node *function,
                     struct quality_function *out)
{
    const struct libclang *clang = unit->clang;
    struct unit_place name = unit_place(unit, clang->getCursorLocation(function->cursor));
    *out = (struct quality_function){
        .line = name.line,
        .name = unit_spelling(unit, function->cursor),
        .cyclomatic = 1,
        .lines = function->end.line >= function->begin.line
                     ? function->end.line - function->begin.line + 1
                     : 1,
        .parameters = parameters_of(unit, function->cursor),
    };
    struct measuring m = { .unit = unit, .out = out };
    walk_all(&m, function, (struct standing){ 0 });
    out->cognitive += m.calls_itself;
}
