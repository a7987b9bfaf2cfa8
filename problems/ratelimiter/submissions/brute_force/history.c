/* history.c - an oracle from the definitions: replays every allowed request. */
#include "ratelimiter.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/*
 * Nothing is shared with the reference: no state of a client is kept, 128-bit fractions are
 * compared without being reduced, and a waiting time is found by bisection over the question
 * "would it be allowed then?". Each request costs time in proportion to all that came before.
 */
typedef unsigned __int128 wide;

struct event {
    uint64_t client, at, cost;
};

struct ratelimiter {
    struct ratelimiter_policy p;
    struct event *events;
    size_t count, capacity;
};

struct ratelimiter *ratelimiter_new(const struct ratelimiter_policy *policy)
{
    struct ratelimiter *r = calloc(1, sizeof *r);
    if (r)
        memcpy(&r->p, policy, sizeof r->p);
    return r;
}

void ratelimiter_free(struct ratelimiter *r)
{
    if (r)
        free(r->events);
    free(r);
}

/* Tokens at `now`, as a numerator over `period`. */
static wide tokens_at(const struct ratelimiter *r, uint64_t client, wide now)
{
    wide full = (wide)r->p.burst * r->p.period;
    wide tokens = full;
    wide then = 0;
    for (size_t i = 0; i <= r->count; i++) {
        if (i < r->count && r->events[i].client != client)
            continue;
        wide at = i < r->count ? r->events[i].at : now;
        tokens += (at - then) * r->p.rate;
        if (tokens > full)
            tokens = full;
        then = at;
        if (i < r->count)
            tokens -= (wide)r->events[i].cost * r->p.period;
    }
    return tokens;
}

static bool bucket_allows(const struct ratelimiter *r, uint64_t client, wide now, uint64_t cost)
{
    return tokens_at(r, client, now) >= (wide)cost * r->p.period;
}

static bool window_allows(const struct ratelimiter *r, uint64_t client, wide now)
{
    uint64_t inside = 0;
    for (size_t i = 0; i < r->count; i++)
        inside += r->events[i].client == client && now - r->events[i].at < r->p.window;
    return inside + 1 <= r->p.limit;
}

enum ratelimiter_verdict ratelimiter_request(struct ratelimiter *r, uint64_t client, uint64_t now,
                                             uint64_t cost, uint64_t *retry_after)
{
    bool tokens = bucket_allows(r, client, now, cost);
    bool room = window_allows(r, client, now);
    if (tokens && room) {
        if (r->count == r->capacity) {
            r->capacity = r->capacity * 2 + 64;
            r->events = realloc(r->events, r->capacity * sizeof *r->events);
            if (!r->events)
                abort();
        }
        r->events[r->count++] = (struct event){ client, now, cost };
        *retry_after = 0;
        return RATELIMITER_ALLOWED;
    }
    if (cost > r->p.burst) {
        *retry_after = RATELIMITER_NEVER;
    } else {
        wide no = now;
        wide yes = now + ((wide)1 << 62); /* a bucket is full and a window empty by then */
        while (yes - no > 1) {
            wide middle = (yes + no) / 2;
            if (bucket_allows(r, client, middle, cost) && window_allows(r, client, middle))
                yes = middle;
            else
                no = middle;
        }
        *retry_after = (uint64_t)(yes - now);
    }
    return tokens ? RATELIMITER_WINDOW_FULL : room ? RATELIMITER_NO_TOKENS : RATELIMITER_BOTH;
}

/* A client is counted at its last allowed request if that is still inside the horizon. */
size_t ratelimiter_active(struct ratelimiter *r, uint64_t now)
{
    wide horizon = 0;
    wide full = (wide)r->p.burst * r->p.period;
    horizon = full / r->p.rate;
    if (horizon * r->p.rate < full)
        horizon++;
    if (horizon < r->p.window)
        horizon = r->p.window;

    size_t active = 0;
    for (size_t i = 0; i < r->count; i++) {
        if ((wide)r->events[i].at + horizon <= now)
            continue;
        bool is_last = true;
        for (size_t j = i + 1; j < r->count && is_last; j++)
            is_last = r->events[j].client != r->events[i].client;
        active += is_last;
    }
    return active;
}
