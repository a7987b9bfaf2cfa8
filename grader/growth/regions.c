/* regions.c - where in the source each counter stands: clang's coverage mapping, as text. */
#include "grader/growth/regions.h"

#include <ctype.h>
#include <string.h>

#include "grader/base/num.h"
#include "grader/growth/name_hash.h"

enum { FILES_MAX = 64 };

/* ---- words of a line ---- */

struct cursor {
    struct str text;
    size_t at;
};

static bool take(struct cursor *c, const char *word)
{
    size_t length = strlen(word);
    if (c->text.length - c->at < length || memcmp(c->text.at + c->at, word, length) != 0)
        return false;
    c->at += length;
    return true;
}

static bool take_number(struct cursor *c, unsigned *out)
{
    size_t from = c->at;
    uint64_t value;
    while (c->at < c->text.length && isdigit((unsigned char)c->text.at[c->at]))
        c->at++;
    bool good = num_u64((struct str){ c->text.at + from, c->at - from }, 0, 1 << 30, &value);
    *out = good ? (unsigned)value : 0;
    return good;
}

static bool take_place(struct cursor *c, struct region_place *out)
{
    return take_number(c, &out->line) && take(c, ":") && take_number(c, &out->column);
}

/* ---- the mapping ---- */

struct mapping_line {
    bool is_expansion;
    unsigned file, expanded;
    struct region_place from, to;
    struct str count;
};

/* "  File 0, 5:1 -> 15:2 = #0", or an expansion; false for gaps, branches and anything else. */
static bool read_line(struct str line, struct mapping_line *out)
{
    static const char expanded[] = " (Expanded file = ";
    struct cursor c = { line, 0 };
    struct mapping_line made = { 0 };
    if (!take(&c, "  "))
        return false;
    made.is_expansion = take(&c, "Expansion,");
    if (!take(&c, "File ") || !take_number(&c, &made.file) || !take(&c, ", ") ||
        !take_place(&c, &made.from) || !take(&c, " -> ") || !take_place(&c, &made.to) ||
        !take(&c, " = "))
        return false;
    made.count = (struct str){ line.at + c.at, line.length - c.at };
    if (made.is_expansion) {
        const char *tail = memmem(made.count.at, made.count.length, expanded, sizeof expanded - 1);
        if (!tail)
            return false;
        c.at = (size_t)(tail - line.at) + sizeof expanded - 1;
        made.count.length = (size_t)(tail - made.count.at);
        if (!take_number(&c, &made.expanded))
            return false;
    }
    *out = made;
    return true;
}

/* Where the macros of the function that is being read are used. */
struct uses {
    bool is_known[FILES_MAX];
    unsigned outer[FILES_MAX];
    struct region_place from[FILES_MAX], to[FILES_MAX];
};

static void remember_use(struct uses *uses, const struct mapping_line *line)
{
    if (line->expanded == 0 || line->expanded >= FILES_MAX)
        return;
    uses->is_known[line->expanded] = true;
    uses->outer[line->expanded] = line->file;
    uses->from[line->expanded] = line->from;
    uses->to[line->expanded] = line->to;
}

/* Moves the line to where its macro is used; false when that is not known. */
static bool unfold(const struct uses *uses, struct mapping_line *line)
{
    for (unsigned depth = 0; line->file != 0; depth++) {
        unsigned file = line->file;
        if (file >= FILES_MAX || !uses->is_known[file] || depth > FILES_MAX)
            return false;
        line->from = uses->from[file];
        line->to = uses->to[file];
        line->file = uses->outer[file];
    }
    return true;
}

static void read_mapping(struct str rest, struct regions *out)
{
    struct uses uses = { 0 };
    struct str line;
    unsigned unit = 0;
    while (str_next_line(&rest, &line)) {
        struct mapping_line read;
        struct cursor c = { line, 0 };
        if (take(&c, "@")) {
            take_number(&c, &unit);
        } else if (line.length > 1 && line.at[0] != ' ' && line.at[line.length - 1] == ':') {
            if (out->function_count == REGION_FUNCTIONS_MAX)
                return;
            memset(&uses, 0, sizeof uses);
            out->functions[out->function_count++] = (struct region_function){
                .name = { line.at, line.length - 1 }, .unit = unit, .first = out->count
            };
        } else if (out->function_count > 0 && read_line(line, &read)) {
            if (read.is_expansion)
                remember_use(&uses, &read);
            if (!unfold(&uses, &read) || out->count == REGIONS_MAX)
                continue;
            out->at[out->count++] = (struct region){ .function = out->function_count - 1,
                                                     .count = read.count,
                                                     .from = read.from,
                                                     .to = read.to };
            out->functions[out->function_count - 1].count++;
        }
    }
}

void regions_read(struct str mapping, struct arena *arena, struct regions *out)
{
    *out = (struct regions){ .at = ARENA_ARRAY(arena, REGIONS_MAX, struct region),
                             .functions =
                                 ARENA_ARRAY(arena, REGION_FUNCTIONS_MAX, struct region_function) };
    read_mapping(mapping, out);
}

void regions_bind(struct regions *regions, const struct region_counters *counters, size_t count)
{
    for (size_t i = 0; i < regions->function_count; i++) {
        struct region_function *function = &regions->functions[i];
        uint64_t hash = name_hash(function->name);
        for (size_t k = 0; k < count; k++)
            if (counters[k].name == hash) {
                function->counter = (size_t)counters[k].first;
                function->counter_count = (size_t)counters[k].count;
            }
    }
}

/* ---- values ---- */

struct evaluation {
    struct cursor cursor;
    const uint64_t *counters; /* of the function */
    size_t count;
    unsigned depth;
};

/* Counters wrap as unsigned numbers do; a difference never is below 0 in an honest program. */
static bool evaluate(struct evaluation *e, uint64_t *out)
{
    struct cursor *c = &e->cursor;
    uint64_t right;
    unsigned index;
    if (take(c, "#")) {
        if (!take_number(c, &index) || index >= e->count)
            return false;
        *out = e->counters[index];
        return true;
    }
    if (!take(c, "(")) {
        *out = 0;
        return take(c, "0");
    }
    if (++e->depth > REGION_DEPTH_MAX || !evaluate(e, out))
        return false;
    bool is_sum = take(c, " + ");
    if ((!is_sum && !take(c, " - ")) || !evaluate(e, &right) || !take(c, ")"))
        return false;
    e->depth--;
    *out = is_sum ? *out + right : *out > right ? *out - right : 0;
    return true;
}

/* The function's counters lie within those there are. */
static bool has_counters(const struct region_function *function, size_t counter_count)
{
    return function->counter_count > 0 && function->counter <= counter_count &&
           function->counter_count <= counter_count - function->counter;
}

uint64_t region_value(const struct regions *regions, const struct region *region,
                      const uint64_t *counters, size_t counter_count)
{
    const struct region_function *function = &regions->functions[region->function];
    uint64_t value;
    if (!has_counters(function, counter_count))
        return 0;
    struct evaluation e = {
        { region->count, 0 }, counters + function->counter, function->counter_count, 0
    };
    return evaluate(&e, &value) ? value : 0;
}

size_t region_own_counter(const struct regions *regions, const struct region *region)
{
    const struct region_function *function = &regions->functions[region->function];
    struct cursor c = { region->count, 0 };
    unsigned index;
    if (!take(&c, "#") || !take_number(&c, &index) || c.at != region->count.length ||
        index >= function->counter_count)
        return SIZE_MAX;
    return function->counter + index;
}
