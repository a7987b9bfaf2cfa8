/* merge.c - complaints of several tools become findings: one for one thing in one place. */
#include "grader/quality/merge.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/quality/rules.h"

/* A finding on its way, with what it takes to recognise it. */
struct merging {
    struct quality_finding finding;
    const struct quality_rule *rule;
    const char *variable;
    unsigned seen_line;   /* where it shows, wherever it was moved to */
    unsigned origin_line; /* 0: unknown */
    bool is_covered;      /* by a finding that says more */
    bool is_unsure;       /* nobody says so but an analyser over paths that it often gets wrong */
};

struct merge {
    const struct raw_list *list;
    const struct quality *quality;
    struct merging *items;
    size_t count;
};

/* ---- what a message is about ---- */

static const char open_quote[] = "\xe2\x80\x98", close_quote[] = "\xe2\x80\x99";

/* The next text in quotes, of either kind; *rest moves behind it. */
static bool next_quoted(const char **rest, struct str *out)
{
    const char *open = strstr(*rest, open_quote), *end = close_quote;
    if (!open) {
        open = strchr(*rest, '\'');
        end = "'";
    }
    const char *from = open ? open + strlen(end) : NULL;
    const char *close = from ? strstr(from, end) : NULL;
    if (!close)
        return false;
    *out = (struct str){ from, (size_t)(close - from) };
    *rest = close + strlen(end);
    return true;
}

/* "strdup(key)": gcc names what is lost by the call that made it when no variable holds it. */
static bool is_call_of_allocator(struct str name)
{
    static const char *const words[] = { "malloc", "calloc",  "realloc",
                                         "strdup", "strndup", "aligned_alloc" };
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        size_t length = strlen(words[i]);
        if (name.length > length + 1 && memcmp(name.at, words[i], length) == 0 &&
            (name.at[length] == '(' || memcmp(name.at + length, " (", 2) == 0))
            return true;
    }
    return false;
}

/* Quoted, but no variable. */
static bool is_other_word(struct str name)
{
    static const char *const words[] = { "free",   "malloc", "calloc", "realloc",   "sizeof",
                                         "memset", "memcpy", "strcpy", "<unknown>", "nonnull" };
    static const char *const types[] = { "int",      "char",   "long",   "short",
                                         "unsigned", "signed", "float",  "double",
                                         "struct",   "union",  "enum",   "const",
                                         "volatile", "void",   "size_t", "_Bool" };
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (str_is(name, words[i]))
            return true;
    if (is_call_of_allocator(name))
        return true;
    for (size_t i = 0; i < COUNT_OF(types); i++) {
        size_t length = strlen(types[i]);
        if (name.length >= length && memcmp(name.at, types[i], length) == 0 &&
            (name.length == length || !raw_is_name_byte(name.at[length])))
            return true;
    }
    return false;
}

static bool find_quoted(const char *message, struct str *out)
{
    while (next_quoted(&message, out))
        if (!is_other_word(*out))
            return true;
    return false;
}

/* cppcheck's way: "Memory leak: p". */
static bool find_after_colon(const char *message, struct str *out)
{
    const char *colon = strrchr(message, ':');
    if (!colon || colon[1] != ' ' || strchr(colon + 2, ' '))
        return false;
    *out = str_of(colon + 2);
    return true;
}

const char *merge_variable(const char *message, struct arena *arena)
{
    struct str name;
    if (!find_quoted(message, &name) && !find_after_colon(message, &name))
        return "";
    bool is_cast_value = name.length > 1 && memcmp(name.at, "((", 2) == 0; /* by gcc */
    if (is_cast_value)
        return "";
    while (name.length > 0 && strchr("*&( ", name.at[0]))
        name = (struct str){ name.at + 1, name.length - 1 };
    size_t length = 0;
    while (length < name.length) {
        if (length + 1 < name.length && memcmp(name.at + length, "->", 2) == 0)
            length += 2;
        else if (raw_is_name_byte(name.at[length]) || name.at[length] == '.')
            length++;
        else
            break;
    }
    name.length = length;
    bool is_name = length < 64 && !isdigit((unsigned char)name.at[0]) && !is_other_word(name);
    return is_name ? arena_memdup(arena, name.at, length) : "";
}

/* "values" of "values.3_11", "count" of "count_68". */
static const char *without_numbers(const struct merge *merge, const char *name)
{
    char *out = arena_strdup(merge->list->arena, name);
    size_t length = 0;
    while (*name) {
        size_t run = 0;
        while (raw_is_name_byte(name[run]))
            run++;
        size_t kept = run > 0 ? raw_name_length(merge->list, (struct str){ name, run }) : 1;
        if (isdigit((unsigned char)*name) && length > 0) {
            kept = 0;
            length--;
        }
        memcpy(out + length, name, kept);
        length += kept;
        name += run > 0 ? run : 1;
    }
    out[length] = '\0';
    return raw_is_name_byte(*out) ? out : "";
}

/* The variable of a finding's message, as the source has it. */
static const char *variable_in(const struct merge *merge, const char *message)
{
    return without_numbers(merge, merge_variable(message, merge->list->arena));
}

/* ---- where ---- */

const struct quality_function *merge_function_at(const struct quality *quality, const char *file,
                                                 unsigned line)
{
    for (size_t i = 0; i < quality->function_count; i++) {
        const struct quality_function *function = &quality->functions[i];
        if (strcmp(function->file, file) == 0 && line >= function->line &&
            line < function->line + function->lines)
            return function;
    }
    return NULL;
}

/* A complaint about the same thing that is already there. */
static struct merging *find_same(const struct merge *merge, const struct merging *item)
{
    for (size_t i = 0; i < merge->count; i++) {
        struct merging *other = &merge->items[i];
        const struct quality_finding *a = &other->finding, *b = &item->finding;
        if (other->rule != item->rule || strcmp(a->file, b->file) != 0)
            continue;
        bool same_variable = *item->variable && *a->function &&
                             strcmp(other->variable, item->variable) == 0 &&
                             strcmp(a->function, b->function) == 0;
        bool same_function =
            item->rule->once && *a->function && strcmp(a->function, b->function) == 0;
        /* one block that is too small, seen at each use */
        bool same_block = strcmp(item->rule->id, "out-of-bounds") == 0 && item->origin_line > 0 &&
                          other->origin_line == item->origin_line;
        if (a->line == b->line || same_variable || same_function || same_block)
            return other;
    }
    return NULL;
}

/* The first says all that the second would, about the same line or the same variable. */
static const struct {
    const char *says, *goes;
} covered[] = {
    { "double-free", "use-after-free" },
    { "unused-variable", "dead-store" },
    { "assignment-as-condition", "always-same" },
    { "assignment-as-condition", "dead-store" },
    { "wrong-size", "out-of-bounds" },
    { "unchecked-allocation", "null-dereference" },
    { "definition-in-header", "missing-static" },
    { "leak-file", "leak" },
    { "lost-realloc", "leak" },
    { "lost-realloc", "unchecked-allocation" },
    { "lost-realloc", "null-dereference" },
    { "same-operands", "always-same" },
    { "empty-body", "misleading-indentation" },
    { "missing-return", "uninitialised" },
    { "infinite-recursion", "unreachable" },
    { "gets", "implicit-declaration" },
    { "gets", "unchecked-result" },
};

static bool covers(const struct merging *a, const struct merging *b)
{
    unsigned line = a->finding.line;
    bool same_line =
        line == b->finding.line || line == b->seen_line || (line > 0 && line == b->origin_line);
    bool same_variable = *a->variable && strcmp(a->variable, b->variable) == 0 &&
                         strcmp(a->finding.function, b->finding.function) == 0;
    if (strcmp(a->finding.file, b->finding.file) != 0 || !(same_line || same_variable))
        return false;
    for (size_t i = 0; i < COUNT_OF(covered); i++)
        if (strcmp(covered[i].says, a->rule->id) == 0 && strcmp(covered[i].goes, b->rule->id) == 0)
            return true;
    return false;
}

static void drop_covered(struct merge *merge)
{
    size_t kept = 0;
    for (size_t i = 0; i < merge->count; i++) {
        bool is_covered = false;
        for (size_t j = 0; j < merge->count && !is_covered; j++)
            is_covered = covers(&merge->items[j], &merge->items[i]);
        merge->items[i].is_covered = is_covered;
    }
    for (size_t i = 0; i < merge->count; i++)
        if (!merge->items[i].is_covered)
            merge->items[kept++] = merge->items[i];
    merge->count = kept;
}

/* ---- one complaint ---- */

static const char *sentence(const struct quality_rule *rule, const char *variable,
                            const char *message, struct arena *arena)
{
    if (rule->text && *variable)
        return arena_printf(arena, "%s: '%s'.", rule->text, variable);
    if (rule->text)
        return arena_printf(arena, "%s.", rule->text);
    char *own = arena_strdup(arena, message);
    own[0] = (char)toupper((unsigned char)own[0]);
    return str_ends(own, ".") ? own : arena_printf(arena, "%s.", own);
}

static void add_tool(struct quality_finding *finding, const char *tool, struct arena *arena)
{
    if (!finding->tools)
        finding->tools = ARENA_ARRAY(arena, QUALITY_TOOL_MAX, const char *);
    for (size_t i = 0; i < finding->tool_count; i++)
        if (strcmp(finding->tools[i], tool) == 0)
            return;
    if (finding->tool_count < QUALITY_TOOL_MAX)
        finding->tools[finding->tool_count++] = tool;
}

/* The text of a line, without the line's end; empty when there is none. */
static struct str line_text(const struct merge *merge, const char *file, unsigned number)
{
    struct str text = { "", 0 }, line = { "", 0 };
    for (size_t i = 0; i < merge->list->sources->count; i++)
        if (strcmp(merge->list->sources->files[i].path, file) == 0)
            text = merge->list->sources->files[i].bytes;
    for (unsigned i = 0; i < number; i++)
        if (!str_next_line(&text, &line))
            return (struct str){ "", 0 };
    return line;
}

/* "kept[at] = p;", "list->head = p;": the line hands the variable to something that lives on. */
static bool hands_on(struct str line, const char *variable)
{
    size_t length = strlen(variable);
    const char *equals = line.length > 0 ? memchr(line.at, '=', line.length) : NULL;
    if (!equals)
        return false;
    struct str left = { line.at, (size_t)(equals - line.at) };
    const char *from = equals + 1, *end = line.at + line.length;
    while (from < end && *from == ' ')
        from++;
    bool is_it =
        (size_t)(end - from) > length && memcmp(from, variable, length) == 0 && from[length] == ';';
    return is_it && (memchr(left.at, '[', left.length) || memchr(left.at, '.', left.length) ||
                     memmem(left.at, left.length, "->", 2) || str_starts(left.at, "*"));
}

/* gcc 12 does not see what is stored at an index that it does not know, or through two pointers:
 * what was handed on so it takes for lost. It then often can't even name what is lost. */
static bool forgets_store(const struct merge *merge, const struct raw_finding *raw)
{
    if (strcmp(raw->label, "-Wanalyzer-malloc-leak") != 0)
        return false;
    const char *variable = variable_in(merge, raw->message);
    const struct quality_function *in = merge_function_at(merge->quality, raw->file, raw->line);
    if (!*variable)
        return true;
    for (unsigned i = 0; in && i < in->lines; i++)
        if (hands_on(line_text(merge, in->file, in->line + i), variable))
            return true;
    return false;
}

/* free(container_of(link)): what was freed is computed, and analysers mix it up with the next. */
static bool frees_computed(const struct merge *merge, const struct raw_finding *raw)
{
    for (size_t i = 0; i < raw->step_count; i++) {
        if (!strstr(raw->steps[i].message, "released") && !strstr(raw->steps[i].message, "freed"))
            continue;
        struct str line = line_text(merge, raw->steps[i].file, raw->steps[i].line);
        const char *call = line.length > 0 ? memmem(line.at, line.length, "free(", 5) : NULL;
        const char *inner = call ? call + strlen("free(") : NULL;
        if (inner && memchr(inner, '(', line.length - (size_t)(inner - line.at)))
            return true;
    }
    return false;
}

static bool has_step(const struct raw_finding *raw, const char *beginning)
{
    for (size_t i = 0; i < raw->step_count; i++)
        if (str_starts(raw->steps[i].message, beginning))
            return true;
    return false;
}

/*
 * cppcheck 2.10 takes a loop that reads as one that it may never enter, and then the whole array
 * for unset; and it applies "at += N" of a parameter twice. What it needs no path for it sees
 * right.
 */
static bool misreads_path(const struct raw_finding *raw, const struct quality_rule *rule)
{
    return strcmp(raw->tool, "cppcheck") == 0 &&
           ((strcmp(rule->id, "uninitialised") == 0 && raw->step_count > 0) ||
            has_step(raw, "Compound assignment"));
}

/* clang forgets on its way round a loop what was unlinked before it was freed, in a ring, whose end
 * is not NULL. A loop that reads the next from what it has just freed gcc reports as well. */
static bool goes_round(const struct merge *merge, const struct raw_finding *raw,
                       const struct quality_rule *rule)
{
    const struct quality_function *in = merge_function_at(merge->quality, raw->file, raw->line);
    if (strcmp(raw->label, "unix.Malloc") != 0 || strcmp(rule->id, "use-after-free") != 0)
        return false;
    for (size_t i = 0; i < raw->step_count; i++) {
        const struct quality_step *step = &raw->steps[i];
        if (strcmp(step->message, "Memory is released") == 0 && step->line >= raw->line &&
            merge_function_at(merge->quality, step->file, step->line) == in)
            return true;
    }
    return false;
}

/*
 * Over several calls an analyser forgets what lists and rings hold: of seven such paths in our
 * reference solutions seven were wrong. Alone they are only a suspicion; with another tool that
 * says the same they count.
 */
static bool is_unsure(const struct merge *merge, const struct raw_finding *raw,
                      const struct quality_rule *rule)
{
    if (forgets_store(merge, raw) || frees_computed(merge, raw) || misreads_path(raw, rule) ||
        goes_round(merge, raw, rule))
        return true;
    /* A zero that nobody assumed comes from a path round a loop that it would not enter. */
    if (strcmp(raw->label, "core.DivideZero") == 0)
        return !has_step(raw, "Assuming ");
    size_t calls = 0;
    /* gcc 12 forgets what a loop has written into a block. */
    if (strcmp(raw->label, "-Wanalyzer-use-of-uninitialized-value") == 0 &&
        strpbrk(raw->message, "*["))
        return true;
    for (size_t i = 0; i < raw->step_count; i++)
        calls += str_starts(raw->steps[i].message, "Calling '") ||
                 str_starts(raw->steps[i].message, "calling ");
    return calls >= 2 || (calls == 1 && strcmp(rule->id, "null-dereference") == 0);
}

/* gcc does not say what is assigned: the name in front of the line's first "=". */
static const char *assigned_in(const struct merge *merge, const struct raw_finding *raw)
{
    struct str line = line_text(merge, raw->file, raw->line);
    const char *end = line.length > 0 ? memmem(line.at, line.length, " = ", 3) : NULL;
    const char *from = end;
    while (from && from > line.at && raw_is_name_byte(from[-1]))
        from--;
    return end ? arena_memdup(merge->list->arena, from, (size_t)(end - from)) : "";
}

/* clang names the variable of an unset value only on the way to it. */
static const char *variable_of(const struct merge *merge, const struct raw_finding *raw,
                               const struct quality_rule *rule)
{
    const char *variable = variable_in(merge, raw->message);
    if (!*variable && strcmp(rule->id, "assignment-as-condition") == 0)
        return assigned_in(merge, raw);
    for (size_t i = 0; i < raw->step_count && !*variable; i++)
        if (strstr(raw->steps[i].message, "declared without an initial value"))
            variable = variable_in(merge, raw->steps[i].message);
    return variable;
}

static struct merging make(const struct merge *merge, const struct raw_finding *raw,
                           const struct quality_rule *rule)
{
    struct arena *arena = merge->list->arena;
    bool moves = rule->at_origin && raw->origin_line > 0;
    struct merging made = {
        .finding = { .file = moves ? raw->origin_file : raw->file,
                     .line = moves ? raw->origin_line : raw->line,
                     .column = moves ? 0 : raw->column,
                     .dimension = rule->dimension,
                     .kind = rule->kind,
                     .rule = rule->id,
                     .change = rule->change,
                     .read_on = rule->read_on },
        .rule = rule,
        .is_unsure = is_unsure(merge, raw, rule),
        .seen_line = raw->line,
        .origin_line = raw->origin_line,
        .variable = variable_of(merge, raw, rule),
    };
    struct quality_finding *finding = &made.finding;
    const struct quality_function *in =
        merge_function_at(merge->quality, finding->file, finding->line);
    finding->function = in ? in->name : raw->function;
    finding->message = sentence(rule, made.variable, raw->message, arena);
    return made;
}

static void take_steps(struct quality_finding *finding, const struct raw_finding *raw,
                       struct arena *arena)
{
    if (finding->step_count > 0 || raw->step_count == 0)
        return;
    finding->steps = ARENA_ARRAY(arena, raw->step_count, struct quality_step);
    memcpy(finding->steps, raw->steps, raw->step_count * sizeof *raw->steps);
    finding->step_count = raw->step_count;
}

/* The place where the thing came from is the better one, whoever knew it. */
static void take_better_place(struct merging *kept, const struct merging *other,
                              const struct raw_finding *raw)
{
    if (!kept->rule->at_origin || raw->origin_line == 0)
        return;
    kept->finding.file = other->finding.file;
    kept->finding.line = other->finding.line;
    kept->finding.column = other->finding.column;
}

/* A file that includes a header need not use all of it. */
static bool is_of_header(const struct raw_finding *raw, const struct quality_rule *rule)
{
    return str_ends(raw->file, ".h") &&
           (strcmp(rule->id, "unused-variable") == 0 || strcmp(rule->id, "unused-function") == 0);
}

/* What main does not free lives as long as the process anyway. */
static const struct quality_rule *rule_in_main(const struct merge *merge,
                                               const struct raw_finding *raw,
                                               const struct quality_rule *rule)
{
    if (!rule || strcmp(rule->id, "leak") != 0)
        return rule;
    const struct quality_function *at = merge_function_at(merge->quality, raw->file, raw->line);
    const struct quality_function *from =
        raw->origin_line > 0 ? merge_function_at(merge->quality, raw->origin_file, raw->origin_line)
                             : NULL;
    bool is_in_main =
        (at && strcmp(at->name, "main") == 0) || (from && strcmp(from->name, "main") == 0);
    return is_in_main ? rule_find("leak-at-exit") : rule;
}

static void add(struct merge *merge, const struct raw_finding *raw)
{
    bool is_own = str_starts(raw->tool, "grader") || str_starts(raw->tool, "libclang") ||
                  str_starts(raw->tool, "sanitizers");
    const struct quality_rule *rule =
        is_own ? rule_find(raw->label) : rule_of_check(raw->label, raw->message);
    rule = rule_in_main(merge, raw, rule);
    if (!rule || is_of_header(raw, rule))
        return;
    struct merging item = make(merge, raw, rule);
    struct merging *kept = find_same(merge, &item);
    if (kept) {
        kept->is_unsure = kept->is_unsure && item.is_unsure;
        take_better_place(kept, &item, raw);
    } else {
        kept = &merge->items[merge->count++];
        *kept = item;
    }
    add_tool(&kept->finding, raw->tool, merge->list->arena);
    take_steps(&kept->finding, raw, merge->list->arena);
}

/* ---- all ---- */

static void mark_suspicions(struct merge *merge)
{
    for (size_t i = 0; i < merge->count; i++) {
        struct quality_finding *finding = &merge->items[i].finding;
        if (!merge->items[i].is_unsure || finding->kind == QUALITY_INFORMATIVE)
            continue;
        finding->kind = QUALITY_INFORMATIVE;
        finding->message = arena_printf(merge->list->arena,
                                        "%s (One analyser suspects it, on a "
                                        "path that it may have got wrong.)",
                                        finding->message);
    }
}

static int compare(const void *left, const void *right)
{
    const struct quality_finding *a = &((const struct merging *)left)->finding,
                                 *b = &((const struct merging *)right)->finding;
    int by_file = strcmp(a->file, b->file);
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (by_file != 0)
        return by_file;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    if (a->column != b->column)
        return a->column < b->column ? -1 : 1;
    return strcmp(a->rule, b->rule);
}

void merge_findings(const struct raw_list *list, struct quality *out)
{
    assert(list->count <= RAW_MAX);
    struct merge merge = { .list = list,
                           .quality = out,
                           .items = ARENA_ARRAY(list->arena, list->count, struct merging) };
    for (size_t i = 0; i < list->count; i++)
        add(&merge, &list->items[i]);
    drop_covered(&merge);
    mark_suspicions(&merge);
    if (merge.count > 0)
        qsort(merge.items, merge.count, sizeof *merge.items, compare);
    size_t kept = merge.count < QUALITY_FINDING_MAX ? merge.count : QUALITY_FINDING_MAX;
    out->findings = ARENA_ARRAY(list->arena, kept, struct quality_finding);
    for (size_t i = 0; i < kept; i++)
        out->findings[i] = merge.items[i].finding;
    out->finding_count = kept;
    out->findings_more = merge.count - kept;
}
