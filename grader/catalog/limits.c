/* limits.c - the key `limits` of problem.yaml, format 2025-09. */
#include "grader/catalog/limits.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

enum { KIB = 1024, MIB = 1024 * 1024, SECOND_US = 1000 * 1000 };

/* Far above any use, and far below where sums of them would overflow. */
enum {
    SECONDS_MAX = 24 * 60 * 60,
    MIB_MAX = 1024 * 1024,
    KIB_MAX = 1024 * 1024,
    PASSES_MAX = 1000
};
static const double MULTIPLIER_MAX = 1000;

struct package_limits limits_default(void)
{
    return (struct package_limits){
        .ac_to_time_limit = 2.0,
        .time_limit_to_tle = 1.5,
        .time_resolution_us = SECOND_US,
        .memory_bytes = 2048ULL * MIB,
        .output_bytes = 8ULL * MIB,
        .code_bytes = 128ULL * KIB,
        .compilation_time_us = 60ULL * SECOND_US,
        .compilation_memory_bytes = 2048ULL * MIB,
        .validation_time_us = 60ULL * SECOND_US,
        .validation_memory_bytes = 2048ULL * MIB,
        .validation_output_bytes = 8ULL * MIB,
        .validation_passes = 2,
    };
}

/* Whole units of the format into bytes or microseconds. */
struct unit {
    uint64_t most, factor;
};
static const struct unit in_mib = { MIB_MAX, MIB };
static const struct unit in_kib = { KIB_MAX, KIB };
static const struct unit in_seconds = { SECONDS_MAX, SECOND_US };

struct limits_reading {
    struct package_limits limits;
    const struct yml_node *passes;
};

static void *member(struct limits_reading *reading, const struct yml_key *key)
{
    return (char *)&reading->limits + key->offset;
}

static bool read_units(const struct yml_key *key, const struct yml_node *value, void *ctx,
                       struct err *err)
{
    const struct unit *unit = key->data;
    uint64_t count;
    if (!yml_whole(value, 1, unit->most, &count, err))
        return false;
    *(uint64_t *)member(ctx, key) = count * unit->factor;
    return true;
}

/* Seconds with a fraction; less than a microsecond is one. */
static bool read_seconds(const struct yml_key *key, const struct yml_node *value, void *ctx,
                         struct err *err)
{
    double seconds;
    if (!yml_number(value, 0, SECONDS_MAX, true, &seconds, err))
        return false;
    double us = round(seconds * SECOND_US);
    *(uint64_t *)member(ctx, key) = us < 1 ? 1 : (uint64_t)us;
    return true;
}

static bool read_multiplier(const struct yml_key *key, const struct yml_node *value, void *ctx,
                            struct err *err)
{
    return yml_number(value, 1, MULTIPLIER_MAX, false, member(ctx, key), err);
}

static bool read_multipliers(const struct yml_key *key, const struct yml_node *value, void *ctx,
                             struct err *err)
{
    (void)key;
    static const struct yml_key keys[] = {
        { .name = "ac_to_time_limit",
          .read = read_multiplier,
          .offset = offsetof(struct package_limits, ac_to_time_limit) },
        { .name = "time_limit_to_tle",
          .read = read_multiplier,
          .offset = offsetof(struct package_limits, time_limit_to_tle) },
    };
    return yml_mapping(value, "a mapping", keys, COUNT_OF(keys), ctx, err);
}

static bool read_passes(const struct yml_key *key, const struct yml_node *value, void *ctx,
                        struct err *err)
{
    (void)key;
    struct limits_reading *reading = ctx;
    uint64_t passes;
    if (!yml_whole(value, 2, PASSES_MAX, &passes, err))
        return false;
    reading->limits.validation_passes = (unsigned)passes;
    reading->passes = value;
    return true;
}

#define UNITS(key, member, unit)                                                                   \
    {                                                                                              \
        .name = key, .read = read_units, .offset = offsetof(struct package_limits, member),        \
        .data = &(unit)                                                                            \
    }
#define SECONDS(key, member)                                                                       \
    {                                                                                              \
        .name = key, .read = read_seconds, .offset = offsetof(struct package_limits, member)       \
    }

/* In every format. The two of time are of 2025-09, but real packages of older formats have them. */
#define COMMON_KEYS                                                                                \
    SECONDS("time_limit", time_limit_us), SECONDS("time_resolution", time_resolution_us),          \
        UNITS("memory", memory_bytes, in_mib), UNITS("output", output_bytes, in_mib),              \
        UNITS("code", code_bytes, in_kib),                                                         \
        UNITS("compilation_time", compilation_time_us, in_seconds),                                \
        UNITS("compilation_memory", compilation_memory_bytes, in_mib),                             \
        UNITS("validation_time", validation_time_us, in_seconds),                                  \
        UNITS("validation_memory", validation_memory_bytes, in_mib),                               \
        UNITS("validation_output", validation_output_bytes, in_mib)

static const struct yml_key limit_keys[] = {
    { .name = "time_multipliers", .read = read_multipliers },
    COMMON_KEYS,
    { .name = "validation_passes", .read = read_passes },
};

/* Legacy: as far as possible the same limits under other names. */
struct package_limits limits_default_legacy(void)
{
    struct package_limits limits = limits_default();
    limits.ac_to_time_limit = 5;
    limits.time_limit_to_tle = 2;
    return limits;
}

/* `limits` of legacy; these keys are in real packages and of no old format. */
static bool is_later(const char *key)
{
    return strcmp(key, "time_limit") == 0 || strcmp(key, "time_resolution") == 0;
}

static const struct yml_key legacy_keys[] = {
    { .name = "time_multiplier",
      .read = read_multiplier,
      .offset = offsetof(struct package_limits, ac_to_time_limit) },
    { .name = "time_safety_margin",
      .read = read_multiplier,
      .offset = offsetof(struct package_limits, time_limit_to_tle) },
    COMMON_KEYS,
};

bool limits_read_legacy(struct loader *loader, const struct yml_node *node,
                        struct package_limits *limits, struct err *err)
{
    struct limits_reading reading = { .limits = *limits };
    if (!yml_mapping(node, "a mapping", legacy_keys, COUNT_OF(legacy_keys), &reading, err))
        return false;
    for (size_t i = 0; i < node->count; i++)
        if (is_later(node->pairs[i].key->text.at))
            loader_warn_at(loader, node->pairs[i].key, "'limits.%s' is of a later format",
                           node->pairs[i].key->text.at);
    *limits = reading.limits;
    return true;
}

bool limits_read(const struct yml_node *node, struct package_limits *limits,
                 const struct yml_node **out_passes, struct err *err)
{
    struct limits_reading reading = { .limits = *limits };
    if (!yml_mapping(node, "a mapping", limit_keys, COUNT_OF(limit_keys), &reading, err))
        return false;
    *limits = reading.limits;
    if (reading.passes)
        *out_passes = reading.passes;
    return true;
}
