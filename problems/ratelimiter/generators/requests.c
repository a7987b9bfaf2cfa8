/* requests.c - makes an input: `requests FAMILY N CLIENTS SEED`, one family for each situation. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BILLION  UINT64_C(1000000000)
#define TIME_MAX ((uint64_t)INT64_MAX)

enum {
    SLOTS = 8,
    COMMANDS_MAX = 1000000,
};

struct policy {
    uint64_t burst, rate, period, limit, window;
};

struct request {
    uint64_t slot, now, client, cost;
};

/* What a call asks for: about n commands, from about so many clients. */
struct order {
    uint64_t n, clients;
};

static uint64_t seed_state;

/* splitmix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014. */
static uint64_t next_random(void)
{
    uint64_t z = (seed_state += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* From low to high, both included. The bias of the remainder does not matter here. */
static uint64_t between(uint64_t low, uint64_t high)
{
    return low + next_random() % (high - low + 1);
}

static bool chance(uint64_t percent)
{
    return next_random() % 100 < percent;
}

/* About as many small numbers as large ones: a random number of bits, then random bits. */
static uint64_t any_size(uint64_t high)
{
    uint64_t x = next_random() >> between(1, 63);
    return x <= high ? x : next_random() % (high + 1);
}

static uint64_t horizon_of(struct policy p)
{
    uint64_t fill = (p.burst * p.period + p.rate - 1) / p.rate;
    return fill > p.window ? fill : p.window;
}

/* The commands are kept as text, because their number comes first. */
static char *text;
static size_t text_bytes, text_room;
static uint64_t commands;

static char *room_for_a_line(void)
{
    if (commands == COMMANDS_MAX) {
        fputs("requests: too many commands\n", stderr);
        exit(1);
    }
    if (text_room - text_bytes < 200) {
        text_room = text_room * 2 + 4096;
        text = realloc(text, text_room);
        if (!text)
            abort();
    }
    commands++;
    return text + text_bytes;
}

static void put_new(uint64_t slot, struct policy p)
{
    text_bytes += (size_t)sprintf(room_for_a_line(),
                                  "n %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64
                                  " %" PRIu64 "\n",
                                  slot, p.burst, p.rate, p.period, p.limit, p.window);
}

static void put_request(struct request r)
{
    text_bytes +=
        (size_t)sprintf(room_for_a_line(), "r %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 "\n",
                        r.slot, r.now, r.client, r.cost);
}

static void put_active(uint64_t slot, uint64_t now)
{
    text_bytes += (size_t)sprintf(room_for_a_line(), "a %" PRIu64 " %" PRIu64 "\n", slot, now);
}

static void ask(uint64_t now, uint64_t client, uint64_t cost)
{
    put_request((struct request){ 0, now, client, cost });
}

static struct policy small_policy(void)
{
    struct policy p = { between(1, 8), between(1, 6), between(1, 12), between(1, 6),
                        between(1, 30) };
    return p;
}

/* Small numbers all over: everything happens, often at the same tick. */
static void make_random(struct order o)
{
    while (commands < o.n) {
        struct policy p = small_policy();
        uint64_t now = between(0, 5);
        put_new(0, p);
        for (int i = 0; i < 300 && commands < o.n; i++) {
            now += chance(50) ? 0 : between(1, 4);
            if (chance(2))
                now += horizon_of(p);
            if (chance(15))
                put_active(0, now);
            else
                ask(now, between(1, o.clients), chance(60) ? 1 : between(0, p.burst + chance(20)));
        }
    }
}

/* A bucket whose rate does not divide its period, polled tick by tick for a long time. */
static void make_drift(struct order o)
{
    static const uint64_t fractions[][2] = { { 1, 3 },   { 3, 7 },      { 7, 10 },   { 13, 11 },
                                             { 97, 89 }, { 999, 1000 }, { 2, 1999 }, { 5, 3 } };
    uint64_t share = o.n / 8;
    for (int f = 0; f < 8; f++) {
        struct policy p = { between(2, 6), fractions[f][0], fractions[f][1], 1000000, 1 };
        uint64_t now = between(0, 1000);
        put_new(0, p);
        while (commands < (uint64_t)(f + 1) * share)
            for (uint64_t c = 1; c <= o.clients; c++)
                ask(now += chance(90), c, between(1, 2));
    }
}

/* One bucket, followed exactly, so that requests come at the very tick at which they may. */
struct bucket {
    struct policy p;
    unsigned __int128 level;
    uint64_t last;
};

static void bucket_advance(struct bucket *b, uint64_t now)
{
    unsigned __int128 full = (unsigned __int128)b->p.burst * b->p.period;
    b->level += (unsigned __int128)(now - b->last) * b->p.rate;
    if (b->level > full)
        b->level = full;
    b->last = now;
}

static uint64_t bucket_wait(const struct bucket *b, uint64_t cost)
{
    unsigned __int128 needed = (unsigned __int128)cost * b->p.period;
    return needed <= b->level ? 0 : (uint64_t)((needed - b->level + b->p.rate - 1) / b->p.rate);
}

static void bucket_ask(struct bucket *b, uint64_t now, uint64_t cost)
{
    bucket_advance(b, now);
    ask(now, 7, cost);
    if (bucket_wait(b, cost) == 0)
        b->level -= (unsigned __int128)cost * b->p.period;
}

/* Huge numbers: no 53-bit fraction is enough; each wait is tried one tick too early as well. */
static void make_fine(struct order o)
{
    while (commands + 4 < o.n) {
        struct policy p = { 1 + any_size(BILLION - 1), 1 + any_size(BILLION - 1),
                            BILLION - any_size(1000000), 1000000, between(1, 9) };
        struct bucket b = { p, (unsigned __int128)p.burst * p.period, between(0, 100) };
        put_new(0, p);
        for (int i = 0; i < 40 && commands + 4 < o.n; i++) {
            uint64_t cost = chance(30) ? p.burst : any_size(p.burst);
            bucket_ask(&b, b.last, cost);
            uint64_t wait = bucket_wait(&b, cost);
            if (b.last + wait > TIME_MAX - 2)
                break;
            if (wait > 1)
                bucket_ask(&b, b.last + wait - 1, cost);
            bucket_ask(&b, b.last + bucket_wait(&b, cost), cost);
            if (chance(10))
                put_active(0, b.last);
        }
    }
}

/* The window alone decides: requests gather around the ticks at which a place comes free. */
static void make_edge(struct order o)
{
    uint64_t *allowed = malloc((o.n + 1) * sizeof *allowed);
    if (!allowed)
        abort();
    while (commands + 4 < o.n) {
        struct policy p = { 1000000, BILLION, 1, between(1, 12), between(2, 400) };
        uint64_t now = between(0, 3) * p.window;
        size_t first = 0, end = 0;
        put_new(0, p);
        for (int i = 0; i < 400 && commands + 4 < o.n; i++) {
            uint64_t next = now;
            uint64_t aligned = (now / p.window + 1) * p.window;
            if (chance(35) && first < end)
                next = allowed[first] + p.window - 1 + between(0, 1);
            else if (chance(30))
                next = aligned - 1 + between(0, 1);
            else if (chance(40))
                next = now + between(0, p.window / p.limit + 1);
            now = next > now ? next : now;
            while (first < end && allowed[first] + p.window <= now)
                first++;
            for (uint64_t k = between(1, p.limit + 1); k > 0 && commands + 4 < o.n; k--) {
                ask(now, 1, 1);
                if (end - first < p.limit)
                    allowed[end++] = now;
            }
        }
    }
    free(allowed);
}

/* A clock that stands still for many requests and then moves by a little or by a whole window. */
static void make_still(struct order o)
{
    while (commands < o.n) {
        struct policy p = { between(3, 40), between(1, 5), between(1, 5), between(3, 40),
                            between(3, 50) };
        uint64_t now = between(0, 1000);
        put_new(0, p);
        for (int run = 0; run < 12 && commands < o.n; run++) {
            for (uint64_t k = between(5, 60); k > 0 && commands < o.n; k--) {
                ask(now, between(1, o.clients), chance(70) ? 1 : between(0, 3));
                if (chance(5))
                    put_active(0, now);
            }
            now += chance(50) ? between(1, 3) : chance(50) ? p.window : horizon_of(p);
        }
    }
}

/*
 * Ticks far apart, up to the last one there is; products of tick and rate leave 64 bits. Where the
 * rate is a power of two, many steps make a product that is 0 or little more modulo 2^64.
 */
static void make_jump(struct order o)
{
    while (commands < o.n) {
        struct policy p = { 1 + any_size(BILLION - 1), 1 + any_size(BILLION - 1),
                            1 + any_size(BILLION - 1), between(1, 3),
                            1 + any_size(BILLION * BILLION - 1) };
        int bits = (int)between(3, 29);
        bool wraps = chance(50);
        if (wraps) {
            p.rate = UINT64_C(1) << bits;
            p.window = 1 + any_size(BILLION);
        }
        uint64_t now = chance(30) ? TIME_MAX - any_size(BILLION * BILLION) : any_size(TIME_MAX / 2);
        uint64_t client = between(1, o.clients);
        put_new(0, p);
        for (int i = 0; i < 60 && commands < o.n; i++) {
            uint64_t step = chance(40) ? any_size(TIME_MAX) : any_size(horizon_of(p) + 1);
            if (wraps && chance(60))
                step = (UINT64_C(1) << (64 - bits)) + between(0, 1);
            if (chance(60) && step <= TIME_MAX - now)
                now += step;
            ask(now, client, chance(60) ? p.burst : any_size(p.burst));
            if (chance(50))
                client = between(1, o.clients);
            if (chance(15))
                put_active(0, now);
        }
        put_active(0, TIME_MAX);
        ask(TIME_MAX, 1, p.burst);
    }
}

/* Which of the two policies decides how long a client stays active. */
static struct policy horizon_policy(void)
{
    struct policy p = { between(2, 9), between(1, 9), between(1, 9), between(1, 3), 0 };
    uint64_t fill = (p.burst * p.period + p.rate - 1) / p.rate;
    p.window = chance(50) ? fill + between(0, 20) : between(1, fill);
    return p;
}

/* Clients are counted just before, at and after the tick at which they become idle. */
static void make_horizon(struct order o)
{
    while (commands < o.n) {
        struct policy p = horizon_policy();
        uint64_t horizon = horizon_of(p);
        uint64_t now = between(0, 50);
        put_new(0, p);
        for (int round = 0; round < 10; round++) {
            uint64_t start = now;
            uint64_t count = between(1, o.clients);
            for (uint64_t c = 1; c <= count; c++)
                ask(start, c, chance(50) ? p.burst : 1);
            put_active(0, start);
            now = start + (chance(50) ? horizon / 2 : horizon - 1);
            for (uint64_t c = 1; c <= count; c++)
                if (chance(40))
                    ask(now, c, chance(50) ? p.burst + 1 : p.burst);
            put_active(0, now);
            ask(now, 1000 + now, p.burst + 1);
            put_active(0, now);
            now = start + horizon;
            put_active(0, now - 1);
            put_active(0, now);
            if (chance(50))
                ask(now, between(1, count), p.burst);
            now += between(0, 1) * horizon;
        }
        put_active(0, now);
    }
}

/* Eight limiters side by side: the same clients, other policies, other clocks, made anew at times.
 */
static void make_tenants(struct order o)
{
    uint64_t now[SLOTS];
    struct policy p[SLOTS];
    for (uint64_t s = 0; s < SLOTS; s++) {
        put_new(s, p[s] = small_policy());
        now[s] = between(0, 1000);
    }
    while (commands < o.n) {
        uint64_t s = between(0, SLOTS - 1);
        now[s] += chance(60) ? 0 : between(1, 5);
        if (commands % 500 == 499) {
            put_new(s, p[s] = small_policy());
            now[s] = 0;
        } else if (chance(10)) {
            put_active(s, now[s]);
        } else {
            put_request((struct request){ s, now[s], between(1, o.clients),
                                          between(chance(90), p[s].burst) });
        }
    }
}

/* Ids that a careless table puts into one place, or of which a careless type keeps one half. */
static uint64_t strange_id(uint64_t i, int kind)
{
    switch (kind) {
    case 0:
        return i;
    case 1:
        return i << 44;
    case 2:
        return i * 65536;
    default:
        return i * UINT64_C(2654435761) % (UINT64_C(1) << 32);
    }
}

/* Many clients stay active at once. They come in random order, all in the same few families. */
static void make_crowd_of(struct order o, int kind)
{
    struct policy p = { 3, 1, o.clients, 4, o.clients * 2 };
    uint64_t now = between(0, 1000);
    put_new(0, p);
    for (uint64_t i = 0; commands < o.n; i++) {
        uint64_t c = i < o.clients ? i : between(0, o.clients - 1);
        now += chance(50);
        if (chance(10))
            put_active(0, now);
        else
            ask(now, strange_id(c, kind), 1);
    }
}

static void make_crowd(struct order o)
{
    make_crowd_of(o, 3);
}

static void make_highbits(struct order o)
{
    make_crowd_of(o, 1);
}

static void make_stride(struct order o)
{
    make_crowd_of(o, 2);
}

/* Active clients come and go in a steady stream: a third of the requests is from a new one. */
static void make_churn(struct order o)
{
    struct policy p = { 4, 1, o.clients / 4, 4, o.clients };
    uint64_t now = between(0, 1000);
    uint64_t newest = 0;
    put_new(0, p);
    while (commands < o.n) {
        bool fresh = newest < 4 || chance(33);
        uint64_t back = newest < o.clients / 4 ? newest : o.clients / 4;
        newest += fresh;
        now += chance(70);
        ask(now, strange_id(fresh ? newest : newest - between(0, back - (back > 0)), 3), 1);
        if (chance(5))
            put_active(0, now);
    }
}

/*
 * A few clients with a window of very many requests: half of all fill it, then it slides. Its
 * length in ticks is a little more than the limit takes, so that at times it denies.
 */
static void make_hot(struct order o)
{
    uint64_t limit = o.n / 2 / o.clients;
    struct policy p = { BILLION, BILLION, 1, limit, limit * o.clients };
    uint64_t now = between(0, 1000);
    put_new(0, p);
    while (commands < o.n) {
        now += chance(97);
        ask(now, between(1, o.clients), 1);
    }
}

/*
 * Every client comes once, and only a few are active at any tick. They are counted at the end only:
 * the requests themselves have to make the limiter forget.
 */
static void make_once(struct order o)
{
    struct policy p = { 2, 1, 50, 2, o.clients };
    uint64_t now = between(0, 1000);
    uint64_t base = between(1, 9999);
    put_new(0, p);
    for (uint64_t i = 0; commands + 1 < o.n; i++)
        ask(now += chance(20), base + i, 1);
    put_active(0, now);
}

/* Every client comes once with a request that can never be allowed: nothing is to be kept. */
static void make_refused(struct order o)
{
    struct policy p = { 5, 1, BILLION, 2, BILLION };
    uint64_t now = between(0, 1000);
    put_new(0, p);
    for (uint64_t i = 0; commands < o.n; i++) {
        ask(now += chance(1), 1000 + i, i % o.clients == 0 ? 5 : 6);
        if (i % 50000 == 0)
            put_active(0, now);
    }
}

/* Limiters with thousands of active clients are replaced again and again. */
static void make_rebuild(struct order o)
{
    while (commands < o.n) {
        struct policy p = { 10, 1, 1000, 10, 1000000 };
        uint64_t slot = between(0, 1);
        put_new(slot, p);
        for (uint64_t c = 0; c < o.clients && commands < o.n; c++)
            put_request((struct request){ slot, c, c + 1, 1 });
        put_active(slot, o.clients);
    }
}

static const struct {
    const char *name;
    void (*make)(struct order);
} families[] = {
    { "random", make_random },     { "drift", make_drift },     { "fine", make_fine },
    { "edge", make_edge },         { "still", make_still },     { "jump", make_jump },
    { "horizon", make_horizon },   { "tenants", make_tenants }, { "crowd", make_crowd },
    { "highbits", make_highbits }, { "stride", make_stride },   { "churn", make_churn },
    { "hot", make_hot },           { "once", make_once },       { "refused", make_refused },
    { "rebuild", make_rebuild },
};

static uint64_t number_of(const char *word)
{
    char *end;
    uint64_t value = strtoull(word, &end, 10);
    if (end == word || *end) {
        fprintf(stderr, "requests: not a number: '%s'\n", word);
        exit(2);
    }
    return value;
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fputs("usage: requests FAMILY N CLIENTS SEED\n", stderr);
        return 2;
    }
    struct order order = { number_of(argv[2]), number_of(argv[3]) };
    seed_state = number_of(argv[4]);
    for (size_t i = 0; i < sizeof families / sizeof families[0]; i++) {
        if (strcmp(argv[1], families[i].name) == 0) {
            families[i].make(order);
            printf("%" PRIu64 "\n", commands);
            fwrite(text, 1, text_bytes, stdout);
            free(text);
            return fflush(stdout) == 0 ? 0 : 1;
        }
    }
    fprintf(stderr, "requests: unknown family '%s'\n", argv[1]);
    return 2;
}
