/* slots.c - generator: several caches alive at the same time, created and destroyed in between. */

/*
 * usage: slots N MAX_CAPACITY SEED
 *
 * Prints N commands over all eight slots. The caches share one small range of keys, so that what
 * one cache does to another shows.
 */

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { SLOTS = 8 };

struct job {
    uint64_t state; /* of the random numbers */
    uint64_t max_capacity;
    uint64_t selected;
    bool alive[SLOTS];
};

/* splitmix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. */
static uint64_t next_random(uint64_t *state)
{
    uint64_t x = *state += UINT64_C(0x9e3779b97f4a7c15);
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return x ^ (x >> 31);
}

static uint64_t below(struct job *job, uint64_t bound)
{
    return next_random(&job->state) % bound;
}

static void use_cache(struct job *job, uint64_t dice)
{
    uint64_t key = below(job, 2 * job->max_capacity);
    if (dice < 50)
        printf("P %" PRIu64 " %" PRIu64 "\n", key, below(job, 1000));
    else if (dice < 75)
        printf("G %" PRIu64 "\n", key);
    else
        puts("S");
}

static void write_command(struct job *job)
{
    uint64_t dice = below(job, 100);
    if (dice >= 80) {
        job->selected = below(job, SLOTS);
        printf("U %" PRIu64 "\n", job->selected);
    } else if (dice == 79) {
        puts("D"); /* also on an empty slot */
        job->alive[job->selected] = false;
    } else if (dice == 78 || !job->alive[job->selected]) {
        printf("C %" PRIu64 "\n", 1 + below(job, job->max_capacity));
        job->alive[job->selected] = true;
    } else {
        use_cache(job, dice);
    }
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fputs("usage: slots N MAX_CAPACITY SEED\n", stderr);
        return 1;
    }
    uint64_t n = strtoull(argv[1], NULL, 10);
    struct job job = {
        .max_capacity = strtoull(argv[2], NULL, 10),
        .state = strtoull(argv[3], NULL, 10),
    };
    for (uint64_t i = 0; i < n; i++)
        write_command(&job);
    return 0;
}
