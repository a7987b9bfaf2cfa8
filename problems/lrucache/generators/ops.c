/* ops.c - generator: one cache and a stream of operations of a chosen kind. */

/*
 * usage: ops KIND N CAPACITY SEED
 *
 * Prints `C CAPACITY` and then N commands (a kind that works in rounds may stop a round short of or
 * past N). The kinds are in the table at the end.
 */

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct job {
    uint64_t state; /* of the random numbers */
    int64_t n, capacity;
    int64_t written;
};

/* splitmix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. */
static uint64_t next_random(struct job *job)
{
    uint64_t x = job->state += UINT64_C(0x9e3779b97f4a7c15);
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return x ^ (x >> 31);
}

/* 0 … bound - 1; the bias of the remainder is below 2^-40 for our bounds. */
static int64_t below(struct job *job, int64_t bound)
{
    return (int64_t)(next_random(job) % (uint64_t)bound);
}

static int64_t between(struct job *job, int64_t low, int64_t high)
{
    return low + below(job, high - low + 1);
}

static void put(struct job *job, int64_t key, int64_t value)
{
    printf("P %" PRId64 " %" PRId64 "\n", key, value);
    job->written++;
}

static void get(struct job *job, int64_t key)
{
    printf("G %" PRId64 "\n", key);
    job->written++;
}

static void size(struct job *job)
{
    puts("S");
    job->written++;
}

/* Gets, puts and a few sizes; keys of both signs, about twice as many as there is room for. */
static void make_random(struct job *job)
{
    while (job->written < job->n) {
        int64_t key = between(job, -job->capacity, job->capacity);
        int64_t dice = below(job, 100);
        if (dice < 48)
            get(job, key);
        else if (dice < 97)
            put(job, key, between(job, -999, 999));
        else
            size(job);
    }
}

/* Mostly puts, one key more than fits: most overwrite in a full cache, and each eviction shows. */
static void make_overwrite(struct job *job)
{
    while (job->written < job->n) {
        int64_t key = below(job, job->capacity + 1);
        int64_t dice = below(job, 100);
        if (dice < 65)
            put(job, key, below(job, 1000));
        else if (dice < 97)
            get(job, key);
        else
            size(job);
    }
}

/* Full 64-bit keys and values, those at the ends of the range and round 32 bits among them. */
static void make_wide(struct job *job)
{
    static const int64_t special[] = {
        0,         -1,        1,          INT64_MIN,        INT64_MAX,           INT64_MIN + 1,
        INT32_MIN, INT32_MAX, UINT32_MAX, (int64_t)1 << 32, -((int64_t)1 << 32), (int64_t)3 << 32,
    };
    int64_t specials = sizeof special / sizeof special[0];
    int64_t count = 2 * job->capacity + 3;
    int64_t *keys = malloc((size_t)count * sizeof *keys);
    if (!keys)
        exit(1);
    int64_t first = below(job, specials);
    for (int64_t i = 0; i < count; i++) {
        bool use_special = i % 2 == 0 && i / 2 < specials;
        keys[i] = use_special ? special[(first + i / 2) % specials] : (int64_t)next_random(job);
    }
    while (job->written < job->n) {
        int64_t key = keys[below(job, count)];
        if (below(job, 2) == 0)
            get(job, key);
        else if (below(job, 4) == 0)
            put(job, key, special[below(job, specials)]);
        else
            put(job, key, (int64_t)next_random(job));
    }
    free(keys);
}

/*
 * Rounds about one hot key: store it, let just under, exactly or just over a cache full of new keys
 * come, use it by a get or a put, again let keys come, and look whether it is still there.
 */
static void make_edge(struct job *job)
{
    int64_t fresh = 1;
    while (job->written < job->n) {
        int64_t hot = -fresh;
        put(job, hot, below(job, 1000));
        for (int lap = 0; lap < 3; lap++) {
            int64_t others = job->capacity + between(job, -2, 0);
            for (int64_t i = 0; i < others; i++, fresh++)
                put(job, fresh, below(job, 1000));
            if (below(job, 3) == 0)
                put(job, hot, below(job, 1000));
            else
                get(job, hot);
        }
        get(job, fresh - job->capacity);
        get(job, fresh - 1);
        size(job);
    }
}

/* Read-through: a get and, on what the application takes for a miss, a put. Keys go round and
 * round. */
static void make_loop(struct job *job)
{
    int64_t length = job->capacity + 1;
    for (int64_t i = 0; job->written < job->n; i++) {
        get(job, i % length);
        put(job, i % length, i % 1000);
        if (i % (4 * length) == 4 * length - 1)
            length = job->capacity + between(job, -1, 1) + (job->capacity == 1);
    }
}

/* Read-through with skewed keys: the cube of a uniform number, so that few keys get most requests.
 */
static void make_skew(struct job *job)
{
    int64_t keys = 4 * job->capacity;
    while (job->written < job->n) {
        double u = (double)(next_random(job) >> 11) * 0x1p-53;
        int64_t key = (int64_t)(u * u * u * (double)keys);
        get(job, key);
        if (below(job, 2) == 0)
            put(job, key, below(job, 1000));
    }
}

/* New keys all the time; now and then a look at one stored recently, which may just have gone. */
static void make_churn(struct job *job)
{
    for (int64_t key = 0; job->written < job->n; key++) {
        put(job, key, key % 10);
        if (below(job, 32) == 0)
            get(job, key - below(job, job->capacity + job->capacity / 4 + 1));
    }
}

static const struct {
    const char *name;
    void (*make)(struct job *job);
} kinds[] = {
    { "random", make_random }, { "overwrite", make_overwrite }, { "wide", make_wide },
    { "edge", make_edge },     { "loop", make_loop },           { "skew", make_skew },
    { "churn", make_churn },
};

int main(int argc, char **argv)
{
    if (argc != 5) {
        fputs("usage: ops KIND N CAPACITY SEED\n", stderr);
        return 1;
    }
    struct job job = {
        .n = strtoll(argv[2], NULL, 10),
        .capacity = strtoll(argv[3], NULL, 10),
        .state = strtoull(argv[4], NULL, 10),
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(kinds[i].name, argv[1]) != 0)
            continue;
        printf("C %" PRId64 "\n", job.capacity);
        kinds[i].make(&job);
        return 0;
    }
    fprintf(stderr, "ops: unknown kind '%s'\n", argv[1]);
    return 1;
}
