/* driver.c - main: reads commands, calls the candidate's limiter, prints what it answers. */
#include "ratelimiter.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    SLOTS = 8,
    COMMANDS_MAX = 1000000,
    BUFFER_BYTES = 1 << 16,
};

#define BILLION  UINT64_C(1000000000)
#define NEVER_IS "never"

/* A value that no call may leave behind: it shows a retry_after that was not written. */
#define POISON UINT64_C(0xdeadbeefdeadbeef)

static char in_bytes[BUFFER_BYTES];
static size_t in_at, in_end;

static _Noreturn void reject_input(const char *why)
{
    fprintf(stderr, "driver: malformed input: %s\n", why);
    exit(3);
}

/* The next byte, or EOF. Own buffering: getc locks, and a million lines are read. */
static int next_byte(void)
{
    if (in_at == in_end) {
        in_end = fread(in_bytes, 1, sizeof in_bytes, stdin);
        in_at = 0;
        if (in_end == 0)
            return EOF;
    }
    return (unsigned char)in_bytes[in_at++];
}

static void expect_byte(int wanted)
{
    if (next_byte() != wanted)
        reject_input("unexpected byte");
}

/* Reads a decimal number from low to high and the byte `after` that ends it. */
static uint64_t read_number(uint64_t low, uint64_t high, int after)
{
    uint64_t value = 0;
    int digits = 0;
    int c;
    while ((c = next_byte()) >= '0' && c <= '9') {
        unsigned digit = (unsigned)(c - '0');
        if (digits == 1 && value == 0)
            reject_input("leading zero");
        if (value > (UINT64_MAX - digit) / 10)
            reject_input("number too large");
        value = value * 10 + digit;
        digits++;
    }
    if (digits == 0 || c != after || value < low || value > high)
        reject_input("bad number");
    return value;
}

/* A limiter and the latest tick it was shown. */
struct slot {
    struct ratelimiter *limiter; /* owned */
    uint64_t now;
};

static struct slot slots[SLOTS];

static struct slot *read_slot(void)
{
    struct slot *slot = &slots[read_number(0, SLOTS - 1, ' ')];
    if (!slot->limiter)
        reject_input("no limiter in this slot");
    return slot;
}

static void run_new(void)
{
    struct slot *slot = &slots[read_number(0, SLOTS - 1, ' ')];
    struct ratelimiter_policy policy;
    policy.burst = read_number(1, BILLION, ' ');
    policy.rate = read_number(1, BILLION, ' ');
    policy.period = read_number(1, BILLION, ' ');
    policy.limit = read_number(1, 1000000, ' ');
    policy.window = read_number(1, BILLION * BILLION, '\n');

    ratelimiter_free(slot->limiter);
    slot->limiter = ratelimiter_new(&policy);
    slot->now = 0;
    if (!slot->limiter) {
        fputs("driver: ratelimiter_new returned NULL\n", stderr);
        exit(1);
    }
    /* The policy was lent for the call only: a limiter that kept the pointer reads nonsense. */
    policy = (struct ratelimiter_policy){ 0 };
    __asm__ volatile("" : : "r"(&policy) : "memory");
}

static void run_request(void)
{
    static const char *const words[] = {
        [RATELIMITER_ALLOWED] = "ok",
        [RATELIMITER_NO_TOKENS] = "bucket",
        [RATELIMITER_WINDOW_FULL] = "window",
        [RATELIMITER_BOTH] = "both",
    };
    struct slot *slot = read_slot();
    uint64_t now = read_number(slot->now, RATELIMITER_TIME_MAX, ' ');
    uint64_t client = read_number(0, UINT64_MAX, ' ');
    uint64_t cost = read_number(0, BILLION, '\n');
    uint64_t retry_after = POISON;
    slot->now = now;

    unsigned verdict = ratelimiter_request(slot->limiter, client, now, cost, &retry_after);
    if (verdict >= sizeof words / sizeof words[0])
        printf("unknown verdict %u\n", verdict);
    else if (verdict == RATELIMITER_ALLOWED && retry_after == 0)
        fputs("ok\n", stdout);
    else if (retry_after == RATELIMITER_NEVER)
        printf("%s " NEVER_IS "\n", words[verdict]);
    else
        printf("%s %" PRIu64 "\n", words[verdict], retry_after);
}

static void run_active(void)
{
    struct slot *slot = read_slot();
    uint64_t now = read_number(slot->now, RATELIMITER_TIME_MAX, '\n');
    slot->now = now;
    printf("%zu\n", ratelimiter_active(slot->limiter, now));
}

int main(void)
{
    static char out_bytes[BUFFER_BYTES];
    setvbuf(stdin, NULL, _IONBF, 0);
    setvbuf(stdout, out_bytes, _IOFBF, sizeof out_bytes);

    uint64_t commands = read_number(1, COMMANDS_MAX, '\n');
    while (commands-- > 0) {
        int command = next_byte();
        expect_byte(' ');
        if (command == 'n')
            run_new();
        else if (command == 'r')
            run_request();
        else if (command == 'a')
            run_active();
        else
            reject_input("unknown command");
    }
    expect_byte(EOF);
    for (int i = 0; i < SLOTS; i++)
        ratelimiter_free(slots[i].limiter);
    return fflush(stdout) == 0 ? 0 : 1;
}
