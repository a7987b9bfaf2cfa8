/* driver.c - reads commands, calls the cache of the candidate, prints what it returns. */

/*
 * Theory of operation
 *
 * There are SLOTS places for a cache, all empty at first; slot 0 is selected. One command a line:
 *
 *   U slot        select a slot
 *   C capacity    destroy the cache in the selected slot, if there is one, and create a new one
 *   D             destroy the cache in the selected slot; on an empty slot, lru_cache_destroy(NULL)
 *   P key value   put
 *   G key         get: prints the value, `-` for a miss, `!` for a miss that touched *out_value
 *   S             prints the size
 *
 * At the end of the input all caches that are left are destroyed. The parser is strict: one space
 * between words, no sign but `-`, no leading zeros, a newline after each command. Malformed input
 * is the author's mistake and ends the program with status 2; memory refused to the cache with 3.
 * Input and output go through stdio's blocks, so the driver's own cost is O(1) a command and a few
 * KiB.
 */

#include "lrucache.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    SLOTS = 8,
    MAX_CAPACITY = 100000,
    STATUS_BAD_INPUT = 2,
    STATUS_NO_MEMORY = 3,
};

struct reader {
    unsigned char block[1 << 16];
    size_t used, filled;
    unsigned long line;
};

struct driver {
    struct lru_cache *slots[SLOTS]; /* owned; NULL is an empty slot */
    size_t selected;
    uint64_t gets; /* varies the pattern that a miss must leave alone */
};

static struct reader input = { .line = 1 };

static _Noreturn void fail(int status, const char *why)
{
    fflush(stdout);
    fprintf(stderr, "driver: line %lu: %s\n", input.line, why);
    exit(status);
}

/* The next byte without taking it, or EOF. */
static int peek_byte(void)
{
    if (input.used == input.filled) {
        input.filled = fread(input.block, 1, sizeof input.block, stdin);
        input.used = 0;
        if (input.filled == 0)
            return EOF;
    }
    return input.block[input.used];
}

static int take_byte(void)
{
    int byte = peek_byte();
    if (byte != EOF)
        input.used++;
    return byte;
}

static void expect(int byte, const char *why)
{
    if (take_byte() != byte)
        fail(STATUS_BAD_INPUT, why);
}

/* A space and a decimal number; accepts exactly one spelling of each int64_t. */
static int64_t read_number(void)
{
    expect(' ', "expected a space");
    bool negative = peek_byte() == '-';
    if (negative)
        take_byte();
    uint64_t limit = (uint64_t)INT64_MAX + (negative ? 1 : 0);
    uint64_t magnitude = 0;
    int digits = 0;
    for (int byte = peek_byte(); byte >= '0' && byte <= '9'; byte = peek_byte()) {
        uint64_t digit = (uint64_t)(byte - '0');
        if (magnitude > (limit - digit) / 10)
            fail(STATUS_BAD_INPUT, "number out of range");
        if (digits > 0 && magnitude == 0)
            fail(STATUS_BAD_INPUT, "leading zero");
        magnitude = magnitude * 10 + digit;
        digits++;
        take_byte();
    }
    if (digits == 0 || (negative && magnitude == 0))
        fail(STATUS_BAD_INPUT, "expected a number");
    return (int64_t)(negative ? 0 - magnitude : magnitude);
}

static int64_t read_number_between(int64_t low, int64_t high)
{
    int64_t number = read_number();
    if (number < low || number > high)
        fail(STATUS_BAD_INPUT, "number out of range");
    return number;
}

/* printf is most of the cost of a get on a fast cache; this is not. */
static void print_number(int64_t number)
{
    char text[24];
    char *start = text + sizeof text;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    *--start = '\n';
    do {
        *--start = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0)
        *--start = '-';
    fwrite(start, 1, (size_t)(text + sizeof text - start), stdout);
}

static struct lru_cache *selected_cache(const struct driver *driver)
{
    struct lru_cache *cache = driver->slots[driver->selected];
    if (!cache)
        fail(STATUS_BAD_INPUT, "the selected slot is empty");
    return cache;
}

static void destroy_selected(struct driver *driver)
{
    lru_cache_destroy(driver->slots[driver->selected]);
    driver->slots[driver->selected] = NULL;
}

static void create(struct driver *driver, size_t capacity)
{
    if (driver->slots[driver->selected])
        destroy_selected(driver);
    driver->slots[driver->selected] = lru_cache_create(capacity);
    if (!driver->slots[driver->selected])
        fail(STATUS_NO_MEMORY, "lru_cache_create returned NULL");
}

static void get(struct driver *driver, int64_t key)
{
    /* A different pattern each time, so that no value written on a miss can look untouched. */
    int64_t untouched = (int64_t)(++driver->gets * UINT64_C(0x9e3779b97f4a7c15));
    int64_t value = untouched;
    if (lru_cache_get(selected_cache(driver), key, &value))
        print_number(value);
    else
        fputs(value == untouched ? "-\n" : "!\n", stdout);
}

static void put(struct driver *driver, int64_t key, int64_t value)
{
    if (!lru_cache_put(selected_cache(driver), key, value))
        fail(STATUS_NO_MEMORY, "lru_cache_put returned false");
}

static void run_command(struct driver *driver, int command)
{
    int64_t key;
    switch (command) {
    case 'U':
        driver->selected = (size_t)read_number_between(0, SLOTS - 1);
        break;
    case 'C':
        create(driver, (size_t)read_number_between(1, MAX_CAPACITY));
        break;
    case 'D':
        destroy_selected(driver);
        break;
    case 'P':
        key = read_number();
        put(driver, key, read_number());
        break;
    case 'G':
        get(driver, read_number());
        break;
    case 'S':
        print_number((int64_t)lru_cache_size(selected_cache(driver)));
        break;
    default:
        fail(STATUS_BAD_INPUT, "unknown command");
    }
    expect('\n', "expected the end of the line");
    input.line++;
}

int main(void)
{
    struct driver driver = { 0 };
    for (int command = take_byte(); command != EOF; command = take_byte())
        run_command(&driver, command);
    for (driver.selected = 0; driver.selected < SLOTS; driver.selected++) {
        if (driver.slots[driver.selected])
            destroy_selected(&driver);
    }
    return 0;
}
