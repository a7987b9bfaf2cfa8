/*
 * Token bucket + sliding window for each client.
 *
 * Tokens are kept as integers in units of 1/period of a token, so a tick adds exactly `rate`
 * units and there is no rounding anywhere.
 *
 * Clients sit in a hash table and in a list by the time of their last admission. Those at the
 * front of the list whose window has run empty and whose bucket is full are idle and get dropped.
 */
#include "ratelimiter.h"

#include <stdlib.h>

#include "queue.h"

struct client {
    uint64_t id;
    uint64_t units; /* at the time of the last admission */
    uint64_t last;
    struct queue admitted;
    struct client *prev, *next; /* by last admission */
    struct client *chain;
};

struct ratelimiter {
    struct ratelimiter_policy p;
    uint64_t full;    /* units in a full bucket, at most 10^18 */
    uint64_t horizon; /* ticks after which nothing is left of an admission */
    struct client *front, *back;
    struct client **table;
    size_t size, clients;
};

static size_t slot_of(const struct ratelimiter *rl, uint64_t id)
{
    id ^= id >> 33;
    id *= 0xff51afd7ed558ccdULL;
    id ^= id >> 33;
    id *= 0xc4ceb9fe1a85ec53ULL;
    id ^= id >> 33;
    return id & (rl->size - 1);
}

static struct client *lookup(const struct ratelimiter *rl, uint64_t id)
{
    struct client *c = rl->table[slot_of(rl, id)];

    while (c && c->id != id)
        c = c->chain;
    return c;
}

static void resize(struct ratelimiter *rl)
{
    struct client **table = calloc(rl->size * 2, sizeof *table);

    if (!table)
        abort();
    free(rl->table);
    rl->table = table;
    rl->size *= 2;
    for (struct client *c = rl->front; c; c = c->next) {
        size_t slot = slot_of(rl, c->id);
        c->chain = table[slot];
        table[slot] = c;
    }
}

static void list_unlink(struct ratelimiter *rl, struct client *c)
{
    if (c->prev)
        c->prev->next = c->next;
    else
        rl->front = c->next;
    if (c->next)
        c->next->prev = c->prev;
    else
        rl->back = c->prev;
}

static void list_push_back(struct ratelimiter *rl, struct client *c)
{
    c->next = NULL;
    c->prev = rl->back;
    if (rl->back)
        rl->back->next = c;
    else
        rl->front = c;
    rl->back = c;
}

static struct client *add_client(struct ratelimiter *rl, uint64_t id)
{
    struct client *c = calloc(1, sizeof *c);

    if (!c)
        abort();
    if (rl->clients == rl->size)
        resize(rl);
    size_t slot = slot_of(rl, id);
    c->id = id;
    c->chain = rl->table[slot];
    rl->table[slot] = c;
    list_push_back(rl, c);
    rl->clients++;
    return c;
}

static void drop_client(struct ratelimiter *rl, struct client *c)
{
    struct client **link = &rl->table[slot_of(rl, c->id)];

    while (*link != c)
        link = &(*link)->chain;
    *link = c->chain;
    list_unlink(rl, c);
    queue_clear(&c->admitted);
    free(c);
    rl->clients--;
}

/* A client is active as long as it has an admission in its window or its bucket fills. */
static void drop_idle(struct ratelimiter *rl, uint64_t now)
{
    while (rl->front && now - rl->front->last >= rl->horizon)
        drop_client(rl, rl->front);
}

static uint64_t units_now(const struct ratelimiter *rl, const struct client *c, uint64_t now)
{
    uint64_t missing = rl->full - c->units;
    uint64_t ticks = now - c->last;

    /* compare before multiplying: ticks * rate may not fit */
    if (ticks > missing / rl->p.rate)
        return rl->full;
    return c->units + ticks * rl->p.rate;
}

struct ratelimiter *ratelimiter_new(const struct ratelimiter_policy *policy)
{
    struct ratelimiter *rl = calloc(1, sizeof *rl);

    if (!rl)
        return NULL;
    rl->p = *policy;
    rl->full = policy->burst * policy->period;
    rl->horizon = rl->full / policy->rate;
    if (rl->horizon < policy->window)
        rl->horizon = policy->window;
    rl->size = 64;
    rl->table = calloc(rl->size, sizeof *rl->table);
    if (!rl->table) {
        free(rl);
        return NULL;
    }
    return rl;
}

void ratelimiter_free(struct ratelimiter *rl)
{
    if (!rl)
        return;
    while (rl->front)
        drop_client(rl, rl->front);
    free(rl->table);
    free(rl);
}

enum ratelimiter_verdict ratelimiter_request(struct ratelimiter *rl, uint64_t client, uint64_t now,
                                             uint64_t cost, uint64_t *retry_after)
{
    uint64_t need = cost * rl->p.period;
    uint64_t have = rl->full;
    uint64_t wait_tokens = 0, wait_window = 0;

    drop_idle(rl, now);
    struct client *c = lookup(rl, client);
    if (c) {
        have = units_now(rl, c, now);
        while (c->admitted.length > 0 && now - queue_front(&c->admitted) >= rl->p.window)
            queue_pop(&c->admitted);
        if (c->admitted.length >= rl->p.limit)
            wait_window = queue_front(&c->admitted) + rl->p.window - now;
    }
    if (need > rl->full)
        wait_tokens = RATELIMITER_NEVER;
    else if (need > have)
        wait_tokens = (need - have + rl->p.rate - 1) / rl->p.rate;

    *retry_after = wait_tokens > wait_window ? wait_tokens : wait_window;
    if (wait_tokens && wait_window)
        return RATELIMITER_BOTH;
    if (wait_tokens)
        return RATELIMITER_NO_TOKENS;
    if (wait_window)
        return RATELIMITER_WINDOW_FULL;

    if (!c)
        c = add_client(rl, client);
    c->units = have - need;
    c->last = now;
    list_unlink(rl, c);
    list_push_back(rl, c);
    queue_push(&c->admitted, now);
    return RATELIMITER_ALLOWED;
}

size_t ratelimiter_active(struct ratelimiter *rl, uint64_t now)
{
    drop_idle(rl, now);
    return rl->clients;
}
