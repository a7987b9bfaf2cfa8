/* bad: arithmetic that goes wrong at the end of a type */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct event {
    int time;
    short rank;
};

static int by_time(const void *left, const void *right)
{
    const struct event *a = left, *b = right;
    return a->time - b->time; /* TRUE: memory */
}

static int by_rank(const void *left, const void *right)
{
    const struct event *a = left, *b = right;
    return a->rank - b->rank; /* short: it always fits */
}

static int bucket(const char *word, int buckets)
{
    int hash = 7;
    while (*word)
        hash = hash * 31 + *word++; /* TRUE: memory */
    return abs(hash) % buckets; /* TRUE: memory */
}

static uint32_t word_of(const uint8_t *bytes)
{
    uint32_t right = (uint32_t)bytes[3] << 24 | (uint32_t)bytes[2] << 16;
    return right ^ bytes[3] << 24; /* TRUE: memory */
}

static size_t count_rising(const int *a, size_t n)
{
    size_t count = 0;
    for (size_t i = 1; i <= n - 1; i++) /* TRUE: memory */
        count += a[i - 1] < a[i];
    return count;
}

static size_t count_falling(const int *a, size_t n)
{
    size_t count = 0;
    if (n == 0)
        return 0;
    for (size_t i = 1; i <= n - 1; i++)
        count += a[i - 1] > a[i];
    return count;
}

int main(void)
{
    struct event events[] = { { 3, 1 }, { 1, 2 } };
    const uint8_t bytes[] = { 1, 2, 3, 4 };
    const int a[] = { 1, 2, 3 };
    qsort(events, 2, sizeof events[0], by_time);
    qsort(events, 2, sizeof events[0], by_rank);
    printf("%d %d %u\n", events[0].time, bucket("word", 8), (unsigned)word_of(bytes));
    printf("%zu %zu\n", count_rising(a, 3), count_falling(a, 3));
    return 0;
}
