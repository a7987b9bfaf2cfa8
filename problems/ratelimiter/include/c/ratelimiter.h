/* ratelimiter.h - what a candidate writes: a token bucket and a sliding window for each client. */
#ifndef RATELIMITER_H
#define RATELIMITER_H

#include <stddef.h>
#include <stdint.h>

/* The largest tick at which a request is made. */
#define RATELIMITER_TIME_MAX ((uint64_t)INT64_MAX)

/* The waiting time of a request that no wait would help. */
#define RATELIMITER_NEVER UINT64_MAX

/*
 * The two policies that every client of a limiter is held to. A request has to pass both.
 *
 * Bucket: a client that has made no request yet owns `burst` whole tokens. Every tick adds exactly
 * rate/period of a token, a fraction that is never rounded, up to `burst`; what is above is lost.
 *
 * Window: of the requests of a client in the ticks now-window+1, …, now, at most `limit` are
 * allowed, the present one included.
 */
struct ratelimiter_policy {
    uint64_t burst;  /* 1 … 10^9 tokens */
    uint64_t rate;   /* 1 … 10^9 tokens for each period */
    uint64_t period; /* 1 … 10^9 ticks */
    uint64_t limit;  /* 1 … 10^6 requests in a window */
    uint64_t window; /* 1 … 10^18 ticks */
};

enum ratelimiter_verdict {
    RATELIMITER_ALLOWED,
    RATELIMITER_NO_TOKENS,   /* denied by the bucket alone */
    RATELIMITER_WINDOW_FULL, /* denied by the window alone */
    RATELIMITER_BOTH,        /* denied by both */
};

/* Yours: define it in your source file. */
struct ratelimiter;

/*
 * Makes a limiter without any client. The policy is borrowed for the call: copy what you need.
 * Returns NULL only when memory runs out. Several limiters may be alive at once; they share
 * nothing.
 */
struct ratelimiter *ratelimiter_new(const struct ratelimiter_policy *policy);

/* Frees the limiter and all that it owns. NULL is fine. */
void ratelimiter_free(struct ratelimiter *limiter);

/*
 * Decides a request of `client` (any 64-bit number) at tick `now` that costs `cost` tokens.
 *
 *   now   0 … RATELIMITER_TIME_MAX; never smaller than in an earlier call (of this function or of
 *         ratelimiter_active) on the same limiter, but often equal
 *   cost  0 … 10^9; a request of cost 0 needs no token, yet counts in the window
 *
 * An allowed request takes its tokens and its place in the window. A denied one changes nothing.
 *
 * *retry_after is always written. Allowed: 0. Denied: the smallest wait d such that the same
 * request at now+d would be allowed if its client made no other request until then (now+d may be
 * greater than RATELIMITER_TIME_MAX). RATELIMITER_NEVER if there is no such d: the cost is above
 * `burst`.
 *
 * When memory runs out, the function may call abort().
 */
enum ratelimiter_verdict ratelimiter_request(struct ratelimiter *limiter, uint64_t client,
                                             uint64_t now, uint64_t cost, uint64_t *retry_after);

/*
 * The number of clients that are active at tick `now` (same rule for `now` as above).
 *
 * The horizon of a policy is the larger of `window` and the number of ticks in which an empty
 * bucket fills up: ceil(burst * period / rate). A client is active at `now` if it has an allowed
 * request at a tick s with s + horizon > now. All others are idle: each of them has a full bucket
 * and an empty window like a client never seen, and a limiter keeps no memory for it.
 */
size_t ratelimiter_active(struct ratelimiter *limiter, uint64_t now);

#endif
