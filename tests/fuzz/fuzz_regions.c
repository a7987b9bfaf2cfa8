/* fuzz_regions.c - whatever clang's mapping holds, regions are read within their ceilings. */
#include <stdint.h>
#include <stdlib.h>

#include "grader/growth/name_hash.h"
#include "grader/growth/regions.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const uint64_t counters[] = { 1, 2, 3, 1000, UINT64_MAX };
    SCOPED_ARENA arena = { 0 };
    struct regions regions;
    regions_read((struct str){ (const char *)data, size }, &arena, &regions);
    check(regions.count <= REGIONS_MAX && regions.function_count <= REGION_FUNCTIONS_MAX);
    size_t in_functions = 0;
    for (size_t i = 0; i < regions.function_count; i++) {
        const struct region_function *function = &regions.functions[i];
        struct region_counters bound = { name_hash(function->name), i % 7, i % 5 };
        check(function->first == in_functions);
        in_functions += function->count;
        regions_bind(&regions, &bound, 1);
    }
    check(in_functions == regions.count);
    for (size_t i = 0; i < regions.count; i++) {
        size_t own = region_own_counter(&regions, &regions.at[i]);
        uint64_t value = region_value(&regions, &regions.at[i], counters, 5);
        check(own == SIZE_MAX || own >= 5 || value == counters[own] || value == 0);
    }
    return 0;
}
