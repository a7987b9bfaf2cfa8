/* rounded_refill.c - wrong: adds whole tokens only and moves the tick of the last refill to now. */

/*
 * The fraction of a token that was on its way is lost with each allowed request: drift.
 */
#include "ratelimiter.h"

#include <assert.h>
#include <stdlib.h>

struct client {
    uint64_t id;
    uint64_t parts;  /* in the bucket just after the last allowed request */
    uint64_t last;   /* tick of the last allowed request */
    uint64_t *ticks; /* owned; a ring of `capacity` ticks, a power of two, or NULL */
    uint32_t first;  /* place of the oldest tick in the ring */
    uint32_t count;  /* ticks in the ring */
    uint32_t capacity;
    struct client *older;
    struct client *younger;
    struct client *chain; /* next in the same place of the hash table */
};

struct ratelimiter {
    struct ratelimiter_policy policy;
    uint64_t full_parts;
    uint64_t horizon;
    struct client *oldest;
    struct client *youngest;
    struct client **places; /* owned; a power of two of chains, which own the clients */
    size_t place_count;
    size_t client_count;
};

enum {
    FIRST_PLACES = 16,
    FIRST_TICKS = 2,
};

static uint64_t max_u64(uint64_t a, uint64_t b)
{
    return a > b ? a : b;
}

static uint64_t divide_up(uint64_t a, uint64_t b)
{
    return a / b + (a % b != 0);
}

static void *must(void *memory)
{
    if (!memory)
        abort();
    return memory;
}

/* The finaliser of splitmix64 (Steele, Lea, Flood 2014): ids may differ in their high bits only. */
static uint64_t mix(uint64_t x)
{
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return x ^ (x >> 31);
}

/* The link that points to the client, or the NULL link where it would be hung in. */
static struct client **find_link(struct ratelimiter *limiter, uint64_t id)
{
    struct client **link = &limiter->places[mix(id) & (limiter->place_count - 1)];
    while (*link && (*link)->id != id)
        link = &(*link)->chain;
    return link;
}

static void grow_places(struct ratelimiter *limiter)
{
    size_t old_count = limiter->place_count;
    struct client **old = limiter->places;
    limiter->place_count = old_count * 2;
    limiter->places = must(calloc(limiter->place_count, sizeof(struct client *)));
    for (size_t i = 0; i < old_count; i++) {
        for (struct client *c = old[i], *next; c; c = next) {
            next = c->chain;
            struct client **place = &limiter->places[mix(c->id) & (limiter->place_count - 1)];
            c->chain = *place;
            *place = c;
        }
    }
    free(old);
}

static void list_remove(struct ratelimiter *limiter, struct client *c)
{
    *(c->older ? &c->older->younger : &limiter->oldest) = c->younger;
    *(c->younger ? &c->younger->older : &limiter->youngest) = c->older;
}

static void list_append(struct ratelimiter *limiter, struct client *c)
{
    c->older = limiter->youngest;
    c->younger = NULL;
    *(c->older ? &c->older->younger : &limiter->oldest) = c;
    limiter->youngest = c;
}

/* The caller fills its bucket in: a client is made only by its first allowed request. */
static struct client *client_new(struct ratelimiter *limiter, uint64_t id)
{
    if (limiter->client_count == limiter->place_count)
        grow_places(limiter);
    struct client *c = must(calloc(1, sizeof *c));
    c->id = id;
    *find_link(limiter, id) = c;
    list_append(limiter, c);
    limiter->client_count++;
    return c;
}

static void forget(struct ratelimiter *limiter, struct client *c)
{
    struct client **link = find_link(limiter, c->id);
    assert(*link == c);
    *link = c->chain;
    list_remove(limiter, c);
    limiter->client_count--;
    free(c->ticks);
    free(c);
}

static void forget_idle(struct ratelimiter *limiter, uint64_t now)
{
    while (limiter->oldest && limiter->oldest->last + limiter->horizon <= now)
        forget(limiter, limiter->oldest);
}

static uint64_t bucket_level(const struct ratelimiter *limiter, const struct client *c,
                             uint64_t now)
{
    uint64_t missing = limiter->full_parts - c->parts;
    uint64_t ticks = now - c->last;
    if (ticks >= divide_up(missing, limiter->policy.rate))
        return limiter->full_parts;
    uint64_t tokens = ticks * limiter->policy.rate / limiter->policy.period;
    return c->parts + tokens * limiter->policy.period;
}

static void window_drop_old(struct client *c, uint64_t window, uint64_t now)
{
    while (c->count > 0 && c->ticks[c->first] + window <= now) {
        c->first = (c->first + 1) & (c->capacity - 1);
        c->count--;
    }
}

static void window_add(struct client *c, uint64_t now)
{
    if (c->count == c->capacity) {
        uint32_t capacity = c->capacity ? c->capacity * 2 : FIRST_TICKS;
        uint64_t *ticks = must(malloc(capacity * sizeof *ticks));
        for (uint32_t i = 0; i < c->count; i++)
            ticks[i] = c->ticks[(c->first + i) & (c->capacity - 1)];
        free(c->ticks);
        c->ticks = ticks;
        c->capacity = capacity;
        c->first = 0;
    }
    c->ticks[(c->first + c->count) & (c->capacity - 1)] = now;
    c->count++;
}

struct ratelimiter *ratelimiter_new(const struct ratelimiter_policy *policy)
{
    struct ratelimiter *limiter = calloc(1, sizeof *limiter);
    if (!limiter)
        return NULL;
    limiter->policy = *policy;
    limiter->full_parts = policy->burst * policy->period;
    limiter->horizon = max_u64(policy->window, divide_up(limiter->full_parts, policy->rate));
    limiter->place_count = FIRST_PLACES;
    limiter->places = calloc(limiter->place_count, sizeof(struct client *));
    if (!limiter->places) {
        free(limiter);
        return NULL;
    }
    return limiter;
}

void ratelimiter_free(struct ratelimiter *limiter)
{
    if (!limiter)
        return;
    while (limiter->oldest)
        forget(limiter, limiter->oldest);
    free(limiter->places);
    free(limiter);
}

enum ratelimiter_verdict ratelimiter_request(struct ratelimiter *limiter, uint64_t client,
                                             uint64_t now, uint64_t cost, uint64_t *retry_after)
{
    const struct ratelimiter_policy *policy = &limiter->policy;
    uint64_t needed = cost * policy->period;
    uint64_t wait_bucket = 0;
    uint64_t wait_window = 0;

    forget_idle(limiter, now);
    struct client *c = *find_link(limiter, client);
    uint64_t level = c ? bucket_level(limiter, c, now) : limiter->full_parts;
    if (needed > limiter->full_parts)
        wait_bucket = RATELIMITER_NEVER;
    else if (needed > level)
        wait_bucket = divide_up(needed - level, policy->rate);
    if (c) {
        window_drop_old(c, policy->window, now);
        if (c->count == policy->limit)
            wait_window = c->ticks[c->first] + policy->window - now;
    }

    *retry_after = max_u64(wait_bucket, wait_window);
    if (wait_bucket > 0 && wait_window > 0)
        return RATELIMITER_BOTH;
    if (wait_bucket > 0)
        return RATELIMITER_NO_TOKENS;
    if (wait_window > 0)
        return RATELIMITER_WINDOW_FULL;

    if (!c)
        c = client_new(limiter, client);
    c->parts = level - needed;
    c->last = now;
    list_remove(limiter, c);
    list_append(limiter, c);
    window_add(c, now);
    return RATELIMITER_ALLOWED;
}

size_t ratelimiter_active(struct ratelimiter *limiter, uint64_t now)
{
    forget_idle(limiter, now);
    return limiter->client_count;
}
