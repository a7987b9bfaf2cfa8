/* test_grow_cache.c - a reference's series survives the cache bit for bit, a damaged one does not.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/catalog/catalog.h"
#include "grader/pipeline/grow_cache.h"
#include "tests/support/catalog_folder.h"

static struct catalog_folder folder;
static struct package package;
static struct means means;
static struct err err;
static char name[HASH_TEXT_MAX];

static void set_up(void)
{
    catalog_folder_make(&folder);
    catalog_folder_put(&folder, "growth.yaml", "require: { time: n }\n");
    cr_assert(catalog_load(folder.package, &folder.arena, &package, &err), "%s", err.text);
    catalog_folder_put(&folder, "grader", "the program that measures\n");
    means =
        (struct means){ .key = means_practice_key(),
                        .cache = folder.package,
                        .executable = arena_printf(&folder.arena, "%s/grader", folder.package) };
}
static void tear_down(void)
{
    catalog_folder_remove(&folder);
}
TestSuite(grow_cache, .init = set_up, .fini = tear_down);

static const struct source_set *model(void)
{
    return &catalog_model_solution(&package)->sources;
}

static bool find_name(char out[HASH_TEXT_MAX])
{
    return grow_cache_name(&means, &package, model(), out);
}

static struct lab_series *put(void)
{
    struct lab_series *series = ARENA_NEW(&folder.arena, struct lab_series);
    series->count = 2;
    series->stopped = "at n = 128: it hangs";
    series->points[GROWTH_HEAP][1] = (struct growth_point){ 128, 0, 1.0 / 3 };
    series->work[1].all_cpu_us = 77;
    cr_assert(find_name(name));
    cr_assert(grow_cache_put(&means, name, series, &err), "%s", err.text);
    return series;
}

Test(grow_cache, gives_back_what_was_put)
{
    struct lab_series *series = put(), got;
    cr_assert(grow_cache_get(&means, name, &folder.arena, &got));
    cr_expect_str_eq(got.stopped, series->stopped);
    cr_expect(got.count == 2 && got.work[1].all_cpu_us == 77);
    cr_expect(memcmp(got.points, series->points, sizeof got.points) == 0);
}

Test(grow_cache, what_is_missing_cut_or_changed_is_measured_again)
{
    struct lab_series got;
    struct str text;
    put();
    const char *path = arena_printf(&folder.arena, "%s/growth-%s", means.cache, name);
    cr_assert(file_read(path, 1 << 20, &folder.arena, &text, &err));
    char *bytes = arena_memdup(&folder.arena, text.at, text.length);
    static const size_t places[] = { 0, 100, 9000 };
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        size_t at = places[i] < text.length ? places[i] : text.length - 1;
        bytes[at] ^= 1;
        cr_assert(file_write(path, bytes, text.length, &err));
        cr_expect(!grow_cache_get(&means, name, &folder.arena, &got), "byte %zu", at);
        bytes[at] ^= 1;
    }
    for (size_t length = 0; length < text.length; length += 997) {
        cr_assert(file_write(path, bytes, length, &err));
        cr_expect(!grow_cache_get(&means, name, &folder.arena, &got), "%zu bytes", length);
    }
    unlink(path);
    cr_expect(!grow_cache_get(&means, name, &folder.arena, &got));
}

Test(grow_cache, has_another_name_for_another_plan_key_model_or_grader)
{
    char other[5][HASH_TEXT_MAX];
    struct source_file file = { "reference.c", str_of("int main(void) { return 1; }") };
    const struct source_set changed = { "reference.c", &file, 1 };
    cr_assert(find_name(other[0]));
    cr_assert(grow_cache_name(&means, &package, &changed, other[1]));
    means.key = str_of("another key, sixteen bytes");
    cr_assert(find_name(other[2]));
    catalog_folder_put(&folder, "growth.yaml", "require: { time: n^2 }\n");
    cr_assert(find_name(other[3]));
    catalog_folder_put(&folder, "grader", "the program that measures better\n");
    cr_assert(find_name(other[4]));
    for (size_t i = 0; i < 5; i++)
        for (size_t k = i + 1; k < 5; k++)
            cr_expect_str_neq(other[i], other[k], "%zu and %zu", i, k);
    means.cache = NULL;
    cr_expect(!find_name(name));
}

Test(grow_cache, keeps_nothing_when_the_grader_cannot_be_read)
{
    means.executable = "/nowhere/grader";
    cr_expect(!find_name(name));
    means.executable = NULL;
    cr_expect(!find_name(name));
}
