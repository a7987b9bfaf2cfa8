/* failures.c - lines that run only when a call fails: no test can be asked to reach them. */
#include "grader/quality/failures.h"

#include <string.h>

/*
 * Theory of operation
 *
 *   function ──walk──> assignments   "s->items" gets what realloc returns
 *                      branches      an if whose condition asks for the failure of a callee
 *                      mentions      calls and gotos, by name and line
 *                      targets       the function itself, and each label
 *
 * What depends on other functions is settled at the end, again and again until nothing changes:
 * which own functions can fail, and what only failures lead to. Only names and lines are compared.
 */

enum {
    NAMES_MAX = 4,
    ASSIGNMENTS_MAX = 200, /* of a function */
    SETTLE_MAX = 20,
    BRANCHES_MAX = 1000, /* of all files together, as the next two */
    MENTIONS_MAX = 5000,
    TARGETS_MAX = 1000,
};

/* Of the library: what fails for reasons that no test sets. */
static const char *const library[] = {
    "malloc",
    "calloc",
    "realloc",
    "reallocarray",
    "aligned_alloc",
    "posix_memalign",
    "strdup",
    "strndup",
    "asprintf",
    "mmap",
    "fopen",
    "fdopen",
    "fclose",
    "fflush",
    "tmpfile",
    "scanf",
    "fscanf",
    "sscanf",
    "fgets",
    "getline",
    "fread",
    "fwrite",
    "read",
    "write",
    "ferror",
    "setvbuf",
    "printf",
    "fprintf",
    "fputs",
    "puts",
    "strtol",
    "strtoul",
    "strtoll",
    "strtoull",
    "strtod",
    "atexit",
    "putchar",
    "pthread_create",
    "pthread_join",
    "pthread_mutex_init",
    "pthread_cond_init",
};

/* The lines of a branch, and whose failure leads there. */
struct failure_branch {
    struct failure_range range;
    const char *function; /* it stands in */
    const char *callees[NAMES_MAX];
    size_t callee_count;
    bool leaves; /* by a return or a goto: the function fails too */
    bool holds;  /* settled: it handles a failure */
};

struct failure_mention {
    const char *name, *function;
    bool is_goto;
    size_t file;
    unsigned line;
};

struct failure_target {
    const char *name, *function;
    bool is_label;
    struct failure_range range;
    bool holds;
};

struct looking {
    struct failures *f;
    const struct unit *unit;
    const char *function;
    size_t file;
    struct {
        const char *place, *callee;
    } assignments[ASSIGNMENTS_MAX];
    size_t assignment_count;
};

/* ---- values ---- */

static const struct unit_node *strip(const struct unit_node *node)
{
    for (;;) {
        int kind = node->cursor.kind;
        bool is_wrapping = kind == CLANG_PAREN || kind == CLANG_UNEXPOSED || kind == CLANG_CAST;
        if (!is_wrapping || node->child_count == 0)
            return node;
        node = &node->children[node->child_count - 1];
    }
}

static const char *callee_of(const struct looking *l, const struct unit_node *node)
{
    const struct unit_node *value = strip(node);
    return value->cursor.kind == CLANG_CALL ? unit_spelling(l->unit, value->cursor) : "";
}

static bool is_place(const struct unit_node *node)
{
    int kind = node->cursor.kind;
    return kind == CLANG_NAME || kind == CLANG_MEMBER || kind == CLANG_SUBSCRIPT ||
           kind == CLANG_UNARY;
}

static void note_assignment(struct looking *l, const char *place, const char *callee)
{
    if (!*place || !*callee || l->assignment_count == ASSIGNMENTS_MAX)
        return;
    l->assignments[l->assignment_count].place = place;
    l->assignments[l->assignment_count++].callee = callee;
}

static bool is_assignment(const struct looking *l, const struct unit_node *node)
{
    return node->cursor.kind == CLANG_BINARY && node->child_count == 2 &&
           strcmp(unit_operator(l->unit, node), "=") == 0;
}

static void find_assignments(struct looking *l, const struct unit_node *node)
{
    if (node->cursor.kind == CLANG_VARIABLE && node->child_count > 0)
        note_assignment(l, unit_spelling(l->unit, node->cursor),
                        callee_of(l, &node->children[node->child_count - 1]));
    else if (node->cursor.kind == CLANG_BINARY && node->child_count == 2 &&
             *callee_of(l, &node->children[1]) && is_assignment(l, node))
        note_assignment(l, unit_text(l->unit, node->children[0].cursor),
                        callee_of(l, &node->children[1]));
    for (size_t i = 0; i < node->child_count; i++)
        find_assignments(l, &node->children[i]);
}

/* ---- conditions ---- */

static void add_callee(struct failure_branch *branch, const char *name)
{
    if (*name && branch->callee_count < NAMES_MAX)
        branch->callees[branch->callee_count++] = name;
}

/* Whose result the value is: that of a call, or of whatever was assigned to the place. */
static void add_sources(const struct looking *l, const struct unit_node *node,
                        struct failure_branch *branch)
{
    const struct unit_node *value = strip(node);
    if (is_assignment(l, value))
        value = strip(&value->children[1]);
    if (value->cursor.kind == CLANG_CALL)
        add_callee(branch, unit_spelling(l->unit, value->cursor));
    if (!is_place(value))
        return;
    const char *place = value->cursor.kind == CLANG_NAME ? unit_spelling(l->unit, value->cursor)
                                                         : unit_text(l->unit, value->cursor);
    for (size_t i = 0; i < l->assignment_count; i++)
        if (strcmp(l->assignments[i].place, place) == 0)
            add_callee(branch, l->assignments[i].callee);
}

/* NULL's tokens are those of a macro: none of ours. */
static bool is_nothing(const struct looking *l, const struct unit_node *node)
{
    const char *text = unit_text(l->unit, strip(node)->cursor);
    return !*text || strcmp(text, "0") == 0 || strcmp(text, "NULL") == 0;
}

/* `then`: the branch that is taken when the condition holds, `otherwise`: the other one. */
static void read_condition(const struct looking *l, const struct unit_node *node,
                           struct failure_branch *then, struct failure_branch *otherwise)
{
    const struct unit_node *value = strip(node);
    if (value->cursor.kind == CLANG_UNARY && value->child_count == 1 &&
        unit_text(l->unit, value->cursor)[0] == '!') {
        read_condition(l, &value->children[0], otherwise, then);
    } else if (value->cursor.kind == CLANG_BINARY && value->child_count == 2 &&
               !is_assignment(l, value)) {
        const char *op = unit_operator(l->unit, value);
        const struct unit_node *left = &value->children[0], *right = &value->children[1];
        bool is_equal = strcmp(op, "==") == 0, is_other = strcmp(op, "!=") == 0;
        if (strcmp(op, "&&") == 0 || strcmp(op, "||") == 0) {
            read_condition(l, left, then, otherwise);
            read_condition(l, right, then, otherwise);
            return;
        }
        /* p == NULL, scanf() != 1, f() < 0 go wrong; p != NULL and scanf() == 1 well. */
        bool fails = is_equal   ? is_nothing(l, right) || is_nothing(l, left)
                     : is_other ? !is_nothing(l, right) && !is_nothing(l, left)
                                : op[0] == '<';
        add_sources(l, left, fails ? then : otherwise);
        add_sources(l, right, fails ? then : otherwise);
    } else {
        add_sources(l, value, otherwise);
    }
}

static bool leaves(const struct unit_node *node)
{
    if (node->cursor.kind == CLANG_GOTO ||
        (node->cursor.kind == CLANG_RETURN && node->child_count > 0))
        return true;
    for (size_t i = 0; i < node->child_count; i++)
        if (leaves(&node->children[i]))
            return true;
    return false;
}

static void add_branch(struct looking *l, const struct unit_node *body,
                       struct failure_branch *branch)
{
    struct failures *f = l->f;
    if (branch->callee_count == 0)
        return;
    f->is_cut |= f->branch_count == BRANCHES_MAX;
    if (f->is_cut)
        return;
    branch->range = (struct failure_range){ l->file, body->begin.line, body->end.line };
    branch->function = l->function;
    branch->leaves = leaves(body);
    f->branches =
        arena_grow(f->arena, f->branches, f->branch_count, &f->branch_capacity, sizeof *branch);
    f->branches[f->branch_count++] = *branch;
}

static void read_if(struct looking *l, const struct unit_node *node)
{
    struct failure_branch then = { .leaves = false }, otherwise = { .leaves = false };
    read_condition(l, &node->children[0], &then, &otherwise);
    add_branch(l, &node->children[1], &then);
    if (node->child_count > 2)
        add_branch(l, &node->children[2], &otherwise);
}

/* ---- what leads where ---- */

static void add_mention(struct looking *l, const struct unit_node *node, const char *name,
                        bool is_goto)
{
    struct failures *f = l->f;
    const struct failure_mention made = { name, l->function, is_goto, l->file, node->begin.line };
    f->is_cut |= f->mention_count == MENTIONS_MAX;
    if (f->is_cut)
        return;
    f->mentions =
        arena_grow(f->arena, f->mentions, f->mention_count, &f->mention_capacity, sizeof made);
    f->mentions[f->mention_count++] = made;
}

static void add_target(struct looking *l, const struct unit_node *node, unsigned last,
                       const char *name, bool is_label)
{
    struct failures *f = l->f;
    const struct failure_target made = {
        name, l->function, is_label, { l->file, node->begin.line, last }, false
    };
    f->is_cut |= f->target_count == TARGETS_MAX;
    if (f->is_cut)
        return;
    f->targets =
        arena_grow(f->arena, f->targets, f->target_count, &f->target_capacity, sizeof made);
    f->targets[f->target_count++] = made;
}

/* `parent` is the block a label stands in: it reaches to its end. */
static void walk(struct looking *l, const struct unit_node *node, const struct unit_node *parent)
{
    int kind = node->cursor.kind;
    if (kind == CLANG_IF && node->child_count >= 2 && !node->is_macro)
        read_if(l, node);
    else if (kind == CLANG_CALL)
        add_mention(l, node, unit_spelling(l->unit, node->cursor), false);
    else if (kind == CLANG_GOTO && node->child_count == 1)
        add_mention(l, node, unit_spelling(l->unit, node->children[0].cursor), true);
    else if (kind == CLANG_LABEL)
        add_target(l, node, parent->end.line, unit_spelling(l->unit, node->cursor), true);
    for (size_t i = 0; i < node->child_count; i++)
        walk(l, &node->children[i], node);
}

void failures_add(struct failures *failures, const struct unit *unit,
                  const struct unit_node *function, size_t file)
{
    struct looking looking = { .f = failures, .unit = unit, .file = file };
    looking.function = unit_spelling(unit, function->cursor);
    add_target(&looking, function, function->end.line, looking.function, false);
    find_assignments(&looking, function);
    walk(&looking, function, function);
}

/* ---- settling ---- */

static bool can_fail(const struct failures *f, const char *name)
{
    for (size_t i = 0; i < COUNT_OF(library); i++)
        if (strcmp(library[i], name) == 0)
            return true;
    for (size_t i = 0; i < f->branch_count; i++)
        if (f->branches[i].holds && f->branches[i].leaves &&
            strcmp(f->branches[i].function, name) == 0)
            return true;
    return false;
}

static void add_range(struct failures *f, const struct failure_range *range)
{
    f->ranges = arena_grow(f->arena, f->ranges, f->range_count, &f->range_capacity, sizeof *range);
    f->ranges[f->range_count++] = *range;
}

static bool is_in_failure(const struct failures *f, size_t file, unsigned line)
{
    for (size_t i = 0; i < f->range_count; i++)
        if (f->ranges[i].file == file && f->ranges[i].first <= line && line <= f->ranges[i].last)
            return true;
    return false;
}

static bool settle_branches(struct failures *f)
{
    bool changed = false;
    for (size_t i = 0; i < f->branch_count; i++) {
        struct failure_branch *branch = &f->branches[i];
        for (size_t k = 0; !branch->holds && k < branch->callee_count; k++)
            if (can_fail(f, branch->callees[k])) {
                branch->holds = changed = true;
                add_range(f, &branch->range);
            }
    }
    return changed;
}

/* Something leads there, and only from failures. */
static bool is_only_led_to(const struct failures *f, const struct failure_target *target)
{
    size_t count = 0;
    for (size_t i = 0; i < f->mention_count; i++) {
        const struct failure_mention *mention = &f->mentions[i];
        if (mention->is_goto != target->is_label || strcmp(mention->name, target->name) != 0 ||
            (target->is_label && strcmp(mention->function, target->function) != 0))
            continue;
        if (!is_in_failure(f, mention->file, mention->line))
            return false;
        count++;
    }
    return count > 0;
}

static bool settle_targets(struct failures *f)
{
    bool changed = false;
    for (size_t i = 0; i < f->target_count; i++) {
        struct failure_target *target = &f->targets[i];
        if (target->holds || !is_only_led_to(f, target))
            continue;
        target->holds = changed = true;
        add_range(f, &target->range);
    }
    return changed;
}

void failures_settle(struct failures *failures)
{
    bool changed = !failures->is_cut;
    for (unsigned i = 0; i < SETTLE_MAX && changed; i++) {
        changed = settle_branches(failures);
        changed |= settle_targets(failures);
    }
}
