/* format.c - times and sizes as people read them. */
#include "grader/report/format.h"

#include <inttypes.h>
#include <stdio.h>

#include "grader/base/attr.h"

const char *format_duration(uint64_t us, char out[FORMAT_TEXT_MAX])
{
    if (us > 0 && us < 10000)
        snprintf(out, FORMAT_TEXT_MAX, "%" PRIu64 ".%" PRIu64 " ms", us / 1000, us / 100 % 10);
    else if (us >= 2000000 && us % 1000000 == 0)
        snprintf(out, FORMAT_TEXT_MAX, "%" PRIu64 " s", us / 1000000);
    else
        snprintf(out, FORMAT_TEXT_MAX, "%" PRIu64 " ms", us / 1000);
    return out;
}

const char *format_bytes(uint64_t bytes, char out[FORMAT_TEXT_MAX])
{
    static const char *const units[] = { "B", "KiB", "MiB", "GiB", "TiB" };
    uint64_t unit = 1;
    size_t i = 0;
    while (i + 1 < COUNT_OF(units) && bytes / unit >= 1024) {
        unit *= 1024;
        i++;
    }
    uint64_t whole = bytes / unit, tenth = bytes % unit * 10 / unit;
    if (tenth > 0 && whole < 100)
        snprintf(out, FORMAT_TEXT_MAX, "%" PRIu64 ".%" PRIu64 " %s", whole, tenth, units[i]);
    else
        snprintf(out, FORMAT_TEXT_MAX, "%" PRIu64 " %s", whole, units[i]);
    return out;
}
