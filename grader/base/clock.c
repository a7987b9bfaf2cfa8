/* clock.c - the two clocks. */
#include "grader/base/clock.h"

#include <assert.h>
#include <stdio.h>
#include <time.h>

uint64_t clock_us(void)
{
    struct timespec now;
    int failed = clock_gettime(CLOCK_MONOTONIC, &now);
    assert(!failed);
    (void)failed;
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

int64_t clock_epoch_s(void)
{
    return time(NULL);
}

void clock_text(int64_t epoch_s, char out[CLOCK_TEXT_MAX])
{
    struct tm utc;
    time_t when = epoch_s;
    if (epoch_s < -62135596800 || epoch_s > 253402300799 || !gmtime_r(&when, &utc)) {
        snprintf(out, CLOCK_TEXT_MAX, "unknown time");
        return;
    }
    snprintf(out, CLOCK_TEXT_MAX, "%04d-%02d-%02d %02d:%02d UTC", (utc.tm_year + 1900) % 10000,
             utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min);
}
