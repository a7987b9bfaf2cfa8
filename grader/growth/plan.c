/* plan.c - growth.yaml: what is required of how the cost grows, and on which inputs it is seen. */
#include "grader/growth/plan.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "grader/growth/expression.h"
#include "grader/text/nearest.h"
#include "grader/text/yaml.h"

static const char file_name[] = "growth.yaml";
enum { AUTOMATIC_FROM = 64, AUTOMATIC_STEPS = 10, NEAREST_MAX = 256 };

struct reading {
    const struct package *package;
    struct arena *arena;
    struct growth_plan plan;
    const struct yml_node *demand_at[GROWTH_RESOURCE_COUNT];
    bool strict, per_operation;
    const struct yml_node *operations_at;
};

/* What one `sizes` mapping says. */
struct span {
    uint64_t from, to, steps;
};

/* ---- sizes ---- */

static bool read_whole(const struct yml_key *key, const struct yml_node *value, void *ctx,
                       struct err *err)
{
    const uint64_t *most = key->data;
    return yml_whole(value, PLAN_SIZE_LEAST, *most, (uint64_t *)(void *)((char *)ctx + key->offset),
                     err);
}

static void spread(const struct span *span, struct growth_sizes *out)
{
    double from = (double)span->from, to = (double)span->to;
    out->count = 0;
    for (uint64_t i = 0; i < span->steps; i++) {
        double part = span->steps > 1 ? (double)i / (double)(span->steps - 1) : 0;
        double size = round(from * pow(to / from, part));
        if (to - from + 1 <= (double)span->steps)
            size = fmin(from + (double)i, to);
        if (out->count == 0 || size > out->at[out->count - 1])
            out->at[out->count++] = size;
    }
}

static bool read_sizes(const struct yml_key *key, const struct yml_node *value, void *ctx,
                       struct err *err)
{
    static const uint64_t most_size = PLAN_SIZE_MOST, most_steps = GROWTH_POINT_MAX;
    static const struct yml_key keys[] = {
        { "from", read_whole, true, offsetof(struct span, from), &most_size },
        { "to", read_whole, true, offsetof(struct span, to), &most_size },
        { "steps", read_whole, false, offsetof(struct span, steps), &most_steps },
    };
    struct reading *reading = ctx;
    struct span span = { 0 };
    if (!yml_mapping(value, "sizes", keys, COUNT_OF(keys), &span, err))
        return false;
    if (span.to <= span.from)
        return yml_error(value, err, "sizes must rise: from %" PRIu64 " to %" PRIu64, span.from,
                         span.to);
    if (span.steps == 0)
        span.steps = (uint64_t)ceil(log2((double)span.to / (double)span.from)) + 1;
    if (span.steps < 2)
        return yml_error(value, err, "sizes need at least 2 steps");
    bool is_second = strcmp(key->name, "second") == 0;
    spread(&span, is_second ? &reading->plan.m : &reading->plan.n);
    reading->plan.has_second |= is_second;
    return true;
}

/* ---- families ---- */

static const char *generator_name(const struct package *package, size_t index)
{
    return package->generators[index].name;
}

static bool find_generator(struct reading *reading, const struct yml_node *at, const char *name,
                           struct err *err)
{
    const struct package *package = reading->package;
    struct growth_family *family = &reading->plan.families[reading->plan.family_count];
    const char *names[NEAREST_MAX];
    size_t known = 0;
    for (size_t i = 0; i < package->generator_count; i++) {
        if (strcmp(generator_name(package, i), name) == 0) {
            family->generator = i;
            return true;
        }
        if (known < NEAREST_MAX)
            names[known++] = generator_name(package, i);
    }
    size_t meant = known ? nearest_index(name, names, known) : SIZE_MAX;
    return yml_error(at, err, "there is no generator 'generators/%.100s.c'%s%s%s", name,
                     meant < known ? "; did you mean '" : "", meant < known ? names[meant] : "",
                     meant < known ? "'?" : "");
}

/* The text between { and }, and the word behind it; NULL: there is none. */
static const char *next_brace(const char *word, struct arena *arena, const char **inside,
                              const char **behind)
{
    const char *open = strchr(word, '{');
    const char *close = open ? strchr(open, '}') : NULL;
    if (!close)
        return NULL;
    *inside = arena_memdup(arena, open + 1, (size_t)(close - open) - 1);
    *behind = close + 1;
    return open;
}

static bool check_word(struct reading *reading, const struct yml_node *at, const char *word,
                       bool *has_n, struct err *err)
{
    struct growth_family *family = &reading->plan.families[reading->plan.family_count];
    const char *inside, *behind;
    for (; next_brace(word, reading->arena, &inside, &behind); word = behind) {
        struct err why = { 0 };
        double value;
        if (strcmp(inside, "seed") == 0) {
            family->is_random = true;
            continue;
        }
        if (!expression_value(inside, 64, 64, &value, &why))
            return yml_error(at, err, "'{%.60s}' in the call: %s", inside, why.text);
        *has_n |= expression_uses(inside, 'n');
    }
    if (strpbrk(word, "{}"))
        return yml_error(at, err, "a brace is not closed in '%.60s'", word);
    return true;
}

static bool split_call(struct reading *reading, const struct yml_node *at, const char *text,
                       struct err *err)
{
    static const char blanks[] = " \t\n";
    struct growth_family *family = &reading->plan.families[reading->plan.family_count];
    bool has_n = false;
    size_t count = 0;
    const char **words = ARENA_ARRAY(reading->arena, PLAN_WORD_MAX, const char *);
    for (text += strspn(text, blanks); *text; text += strspn(text, blanks)) {
        size_t length = strcspn(text, blanks);
        if (count == PLAN_WORD_MAX)
            return yml_error(at, err, "a call may have %d words at most", PLAN_WORD_MAX);
        words[count] = arena_memdup(reading->arena, text, length);
        if (!check_word(reading, at, words[count++], &has_n, err))
            return false;
        text += length;
    }
    if (count == 0)
        return yml_error(at, err, "the call is empty");
    if (!has_n)
        return yml_error(at, err, "the call has no {n}: its inputs would all be of one size");
    family->words = words + 1;
    family->word_count = count - 1;
    family->line = at->line;
    return find_generator(reading, at, words[0], err);
}

static bool read_family(const struct yml_key *key, const struct yml_node *value, void *ctx,
                        struct err *err)
{
    (void)key;
    struct reading *reading = ctx;
    const char *text;
    if (reading->plan.family_count == PLAN_FAMILY_MAX)
        return yml_error(value, err, "more than %d families", PLAN_FAMILY_MAX);
    if (!yml_string(value, &text, err) || !split_call(reading, value, text, err))
        return false;
    reading->plan.families[reading->plan.family_count++].name = value->key->text.at;
    return true;
}

static bool read_families(const struct yml_key *key, const struct yml_node *value, void *ctx,
                          struct err *err)
{
    (void)key;
    static const struct yml_key any = { .read = read_family };
    return yml_mapping(value, "a mapping of families", &any, 1, ctx, err);
}

/* ---- requirements ---- */

static bool read_demand(const struct yml_key *key, const struct yml_node *value, void *ctx,
                        struct err *err)
{
    struct reading *reading = ctx;
    reading->demand_at[key->offset] = value;
    return yml_word(value, &reading->plan.demands[key->offset].text, err);
}

static bool read_strict(const struct yml_key *key, const struct yml_node *value, void *ctx,
                        struct err *err)
{
    (void)key;
    return yml_bool(value, &((struct reading *)ctx)->strict, err);
}

static bool read_require(const struct yml_key *key, const struct yml_node *value, void *ctx,
                         struct err *err)
{
    (void)key;
    static const struct yml_key keys[] = {
        { .name = "time", .read = read_demand, .offset = GROWTH_TIME },
        { .name = "heap", .read = read_demand, .offset = GROWTH_HEAP },
        { .name = "stack", .read = read_demand, .offset = GROWTH_STACK },
        { .name = "strict", .read = read_strict },
    };
    return yml_mapping(value, "requirements", keys, COUNT_OF(keys), ctx, err);
}

static bool read_per(const struct yml_key *key, const struct yml_node *value, void *ctx,
                     struct err *err)
{
    (void)key;
    struct reading *reading = ctx;
    const char *word;
    if (!yml_string(value, &word, err))
        return false;
    reading->per_operation = strcmp(word, "operation") == 0;
    return reading->per_operation || strcmp(word, "input") == 0 ||
           yml_error(value, err, "'per' is 'input' or 'operation', not '%.40s'", word);
}

static bool read_operations(const struct yml_key *key, const struct yml_node *value, void *ctx,
                            struct err *err)
{
    (void)key;
    struct reading *reading = ctx;
    struct err why = { 0 };
    double number;
    reading->operations_at = value;
    if (!yml_word(value, &reading->plan.operations, err))
        return false;
    return expression_value(reading->plan.operations, 64, 64, &number, &why) ||
           yml_error(value, err, "'operations': %s", why.text);
}

static bool off_the_ladder(const struct yml_node *at, const char *text, struct err *err)
{
    const char *names[GROWTH_CLASS_COUNT];
    for (int i = 0; i < GROWTH_CLASS_COUNT; i++)
        names[i] = growth_class_name((enum growth_class)i);
    size_t meant = nearest_index(text, names, COUNT_OF(names));
    return yml_error(at, err,
                     "'%.60s' is not a class: 1, log n, sqrt n, n, n log n, n^1.5, n^2, n^2 log n, "
                     "n^3, 2^n, n!%s%s%s",
                     text, meant < COUNT_OF(names) ? "; did you mean '" : "",
                     meant < COUNT_OF(names) ? names[meant] : "",
                     meant < COUNT_OF(names) ? "'?" : "");
}

static bool check_demands(struct reading *reading, struct err *err)
{
    for (size_t i = 0; i < GROWTH_RESOURCE_COUNT; i++) {
        struct growth_demand *demand = &reading->plan.demands[i];
        struct err why = { 0 };
        double value;
        if (!demand->text)
            continue;
        demand->requirement.strict = reading->strict;
        if (reading->plan.has_second) {
            if (!expression_value(demand->text, 64, 64, &value, &why))
                return yml_error(reading->demand_at[i], err, "%s", why.text);
        } else if (!growth_class_parse(demand->text, &demand->requirement.class)) {
            return off_the_ladder(reading->demand_at[i], demand->text, err);
        }
    }
    return true;
}

/* ---- the whole ---- */

static void set_automatic_sizes(struct growth_plan *plan)
{
    plan->n = (struct growth_sizes){ .count = AUTOMATIC_STEPS, .is_automatic = true };
    for (size_t i = 0; i < AUTOMATIC_STEPS; i++)
        plan->n.at[i] = ldexp(AUTOMATIC_FROM, (int)i);
}

static bool finish(struct reading *reading, const struct yml_node *root, struct err *err)
{
    struct growth_plan *plan = &reading->plan;
    if (plan->family_count == 0)
        return yml_error(root, err, "'families' names no family");
    if (plan->n.count == 0)
        set_automatic_sizes(plan);
    if (plan->has_second && plan->n.count * plan->m.count > PLAN_GRID_MAX)
        return yml_error(root, err, "%zu times %zu sizes are more than %d", plan->n.count,
                         plan->m.count, PLAN_GRID_MAX);
    if (reading->operations_at && !reading->per_operation)
        return yml_error(reading->operations_at, err, "'operations' needs 'per: operation'");
    if (reading->per_operation && !plan->operations)
        plan->operations = "n";
    return check_demands(reading, err);
}

bool plan_load(const struct package *package, struct arena *arena, bool *out_found,
               struct growth_plan *out, struct err *err)
{
    static const struct yml_key keys[] = {
        { .name = "per", .read = read_per },
        { .name = "operations", .read = read_operations },
        { .name = "require", .read = read_require },
        { .name = "sizes", .read = read_sizes },
        { .name = "second", .read = read_sizes },
        { .name = "families", .read = read_families, .is_required = true },
    };
    struct reading reading = { .package = package, .arena = arena };
    struct yml_node *root;
    const char *path = arena_printf(arena, "%s/%s", package->folder, file_name);
    if (access(path, F_OK) != 0) {
        *out_found = false;
        return true;
    }
    if (!yml_read(path, file_name, YML_FILE_MAX, arena, &root, err) ||
        !yml_mapping(root, "a plan of growth", keys, COUNT_OF(keys), &reading, err) ||
        !finish(&reading, root, err))
        return false;
    *out_found = true;
    *out = reading.plan;
    return true;
}

const char *plan_word(const char *word, double n, double m, uint64_t seed, struct arena *arena)
{
    const char *out = "", *inside, *behind, *open;
    for (; (open = next_brace(word, arena, &inside, &behind)); word = behind) {
        struct err ignored = { 0 };
        double value = 0;
        out = arena_printf(arena, "%s%.*s", out, (int)(open - word), word);
        if (strcmp(inside, "seed") == 0)
            out = arena_printf(arena, "%s%" PRIu64, out, seed);
        else if (expression_value(inside, n, m, &value, &ignored))
            out = arena_printf(arena, "%s%.0f", out, value);
    }
    return arena_printf(arena, "%s%s", out, word);
}

double plan_operations(const struct growth_plan *plan, double n, double m)
{
    struct err ignored = { 0 };
    double value;
    if (!plan->operations ||
        !expression_value(plan->operations, n, m > 0 ? m : 1, &value, &ignored))
        return 1;
    return fmax(value, 1);
}
