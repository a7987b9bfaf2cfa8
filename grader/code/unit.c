/* unit.c - one parsed source file, as a reader of code looks at it. */
#include "grader/code/unit.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/base/buf.h"

enum { TEXT_MAX = 200 };

/* ---- words and places ---- */

static const char *take_text(const struct unit *unit, clang_text text)
{
    const char *chars = unit->clang->getCString(text);
    const char *copy = arena_strdup(unit->arena, chars ? chars : "");
    unit->clang->disposeString(text);
    return copy;
}

const char *unit_spelling(const struct unit *unit, clang_cursor cursor)
{
    return take_text(unit, unit->clang->getCursorSpelling(cursor));
}

const char *unit_declaration(const struct unit *unit, clang_cursor cursor)
{
    const struct libclang *clang = unit->clang;
    void *policy = clang->getCursorPrintingPolicy(cursor);
    clang->PrintingPolicy_setProperty(policy, CLANG_PRINT_NO_BODIES, 1);
    clang->PrintingPolicy_setProperty(policy, CLANG_PRINT_NO_INITIALIZERS, 1);
    const char *text = take_text(unit, clang->getCursorPrettyPrinted(cursor, policy));
    clang->PrintingPolicy_dispose(policy);
    return text;
}

const char *unit_symbol(const struct unit *unit, clang_cursor cursor)
{
    return take_text(unit, unit->clang->Cursor_getMangling(cursor));
}

const char *unit_file_name(const struct unit *unit, void *file)
{
    const char *name = file ? take_text(unit, unit->clang->getFileName(file)) : "";
    while (str_starts(name, "./"))
        name += 2;
    return name;
}

struct unit_place unit_place(const struct unit *unit, clang_location location)
{
    struct unit_place place = { 0 };
    unit->clang->getFileLocation(location, &place.file, &place.line, &place.column, &place.offset);
    return place;
}

size_t unit_own_file(const struct unit *unit, void *file)
{
    const char *name = unit_file_name(unit, file);
    size_t i = 0;
    while (i < unit->path_count && strcmp(unit->paths[i], name) != 0)
        i++;
    return i;
}

const char *unit_text(const struct unit *unit, clang_cursor cursor)
{
    const struct libclang *clang = unit->clang;
    clang_token *tokens = NULL;
    unsigned count = 0;
    SCOPED_BUF text;
    buf_init(&text, TEXT_MAX);
    clang->tokenize(unit->handle, clang->getCursorExtent(cursor), &tokens, &count);
    for (unsigned i = 0; i < count && buf_ok(&text); i++) {
        clang_text spelling = clang->getTokenSpelling(unit->handle, tokens[i]);
        buf_puts(&text, clang->getCString(spelling));
        clang->disposeString(spelling);
    }
    if (tokens)
        clang->disposeTokens(unit->handle, tokens, count);
    return buf_ok(&text) ? arena_strdup(unit->arena, buf_text(&text)) : "";
}

const struct unit_node *unit_inner(const struct unit_node *node)
{
    while ((node->cursor.kind == CLANG_UNEXPOSED || node->cursor.kind == CLANG_PAREN) &&
           node->child_count == 1)
        node = &node->children[0];
    return node;
}

int unit_type(const struct unit *unit, const struct unit_node *node)
{
    const struct libclang *clang = unit->clang;
    return clang->getCanonicalType(clang->getCursorType(unit_inner(node)->cursor)).kind;
}

const char *unit_operator(const struct unit *unit, const struct unit_node *node)
{
    const struct libclang *clang = unit->clang;
    const char *found = "";
    clang_token *tokens = NULL;
    unsigned count = 0;
    if (node->child_count < 2)
        return found;
    clang->tokenize(unit->handle, clang->getCursorExtent(node->cursor), &tokens, &count);
    for (unsigned i = 0; i < count; i++) {
        struct unit_place at = unit_place(unit, clang->getTokenLocation(unit->handle, tokens[i]));
        if (at.offset < node->children[0].end.offset)
            continue;
        found = take_text(unit, clang->getTokenSpelling(unit->handle, tokens[i]));
        if (strcmp(found, ")") != 0)
            break;
    }
    if (tokens)
        clang->disposeTokens(unit->handle, tokens, count);
    return found;
}

/* ---- parsing ---- */

static int note_expansion(clang_cursor cursor, clang_cursor parent, void *context)
{
    struct unit *unit = context;
    (void)parent;
    if (cursor.kind != CLANG_MACRO_EXPANSION || unit->expansion_count == UNIT_EXPANSION_MAX)
        return CLANG_VISIT_CONTINUE;
    clang_range range = unit->clang->getCursorExtent(cursor);
    struct unit_place begin = unit_place(unit, unit->clang->getRangeStart(range));
    struct unit_place end = unit_place(unit, unit->clang->getRangeEnd(range));
    if (begin.file != unit->last_file) {
        unit->last_file = begin.file;
        unit->last_is_own = unit_own_file(unit, begin.file) < unit->path_count;
    }
    if (!unit->last_is_own)
        return CLANG_VISIT_CONTINUE;
    unit->expansions = arena_grow(unit->arena, unit->expansions, unit->expansion_count,
                                  &unit->expansion_capacity, sizeof *unit->expansions);
    unit->expansions[unit->expansion_count++] =
        (struct unit_expansion){ begin.file, begin.offset, end.offset };
    return CLANG_VISIT_CONTINUE;
}

static int compare_expansions(const void *left, const void *right)
{
    const struct unit_expansion *a = left, *b = right;
    if (a->file != b->file)
        return (uintptr_t)a->file < (uintptr_t)b->file ? -1 : 1;
    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    return a->end < b->end ? 1 : a->end > b->end ? -1 : 0;
}

bool unit_open(struct unit *unit, const char *file)
{
    const char *flags[UNIT_FLAG_MAX] = { "-std=gnu17", "-iquote.", "-w", "-xc",
                                         "-ferror-limit=20" };
    int count = 5;
    for (size_t i = 0; i < unit->flag_count && count < UNIT_FLAG_MAX; i++)
        flags[count++] = unit->flags[i];
    void *index = unit->clang->createIndex(0, 0);
    if (!index ||
        unit->clang->parseTranslationUnit2(index, file, flags, count, NULL, 0,
                                           CLANG_DETAILED_PREPROCESSING, &unit->handle) != 0)
        return false;
    unit->clang->visitChildren(unit->clang->getTranslationUnitCursor(unit->handle), note_expansion,
                               unit);
    if (unit->expansion_count > 0)
        qsort(unit->expansions, unit->expansion_count, sizeof *unit->expansions,
              compare_expansions);
    return true;
}

size_t unit_errors(const struct unit *unit, struct unit_place *out_first, const char **out_message)
{
    const struct libclang *clang = unit->clang;
    size_t errors = 0;
    unsigned count = clang->getNumDiagnostics(unit->handle);
    for (unsigned i = 0; i < count; i++) {
        void *diagnostic = clang->getDiagnostic(unit->handle, i);
        if (clang->getDiagnosticSeverity(diagnostic) >= CLANG_SEVERITY_ERROR && errors++ == 0) {
            *out_message = take_text(unit, clang->getDiagnosticSpelling(diagnostic));
            *out_first = unit_place(unit, clang->getDiagnosticLocation(diagnostic));
        }
        clang->disposeDiagnostic(diagnostic);
    }
    return errors;
}

struct function_search {
    struct unit *unit;
    unit_function_visitor *visit;
    void *context;
};

static int note_function(clang_cursor cursor, clang_cursor parent, void *context)
{
    struct function_search *search = context;
    struct unit *unit = search->unit;
    (void)parent;
    if (cursor.kind != CLANG_FUNCTION || !unit->clang->isCursorDefinition(cursor))
        return CLANG_VISIT_CONTINUE;
    struct unit_place at = unit_place(unit, unit->clang->getCursorLocation(cursor));
    size_t file = unit_own_file(unit, at.file);
    if (file < unit->path_count)
        search->visit(unit, cursor, file, search->context);
    return CLANG_VISIT_CONTINUE;
}

void unit_each_function(struct unit *unit, unit_function_visitor *visit, void *context)
{
    struct function_search search = { unit, visit, context };
    unit->clang->visitChildren(unit->clang->getTranslationUnitCursor(unit->handle), note_function,
                               &search);
}

/* ---- the tree ---- */

/* Starts with a macro's name and ends with its expansion: written in the macro's body. (What begins
 * with a macro and goes on behind it was written here.) Expansions are sorted by place. */
static bool is_expanded(const struct unit *unit, const struct unit_node *node)
{
    size_t low = 0, high = unit->expansion_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct unit_expansion *e = &unit->expansions[middle];
        if (e->file == node->begin.file && e->begin == node->begin.offset)
            return node->end.offset <= e->end;
        if (e->file == node->begin.file ? e->begin < node->begin.offset
                                        : (uintptr_t)e->file < (uintptr_t)node->begin.file)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

struct growing {
    struct unit *unit;
    struct unit_node *parent;
};

static int add_child(clang_cursor cursor, clang_cursor parent, void *context)
{
    struct growing *growing = context;
    struct unit_node *node = growing->parent;
    (void)parent;
    node->children = arena_grow(growing->unit->arena, node->children, node->child_count,
                                &node->capacity, sizeof *node->children);
    node->children[node->child_count++] = (struct unit_node){ .cursor = cursor };
    return CLANG_VISIT_CONTINUE;
}

static void fill(struct unit *unit, struct unit_node *node, unsigned depth, bool *is_cut)
{
    clang_range range = unit->clang->getCursorExtent(node->cursor);
    node->begin = unit_place(unit, unit->clang->getRangeStart(range));
    node->end = unit_place(unit, unit->clang->getRangeEnd(range));
    node->is_macro = is_expanded(unit, node);
    if (depth == UNIT_DEPTH_MAX) {
        *is_cut = true;
        return;
    }
    struct growing growing = { unit, node };
    unit->clang->visitChildren(node->cursor, add_child, &growing);
    for (size_t i = 0; i < node->child_count; i++)
        fill(unit, &node->children[i], depth + 1, is_cut);
}

struct unit_node *unit_tree(struct unit *unit, clang_cursor cursor, bool *out_is_cut)
{
    struct unit_node *root = ARENA_NEW(unit->arena, struct unit_node);
    root->cursor = cursor;
    *out_is_cut = false;
    fill(unit, root, 0, out_is_cut);
    return root;
}
