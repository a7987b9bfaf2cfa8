/* validate.c - input validator: exits 42 for an input within the statement's limits, else 43. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    VALID = 42,
    INVALID = 43,
    SLOTS = 8,
    MAX_CAPACITY = 100000,         /* of all caches that are alive, together */
    MAX_CAPACITY_TOTAL = 10000000, /* of all caches that are ever made, together */
    MAX_LINES = 2000000,
};

struct checker {
    int64_t capacity[SLOTS]; /* 0: the slot is empty */
    int64_t selected;
    int64_t alive, total; /* capacities */
    int64_t lines;
};

static _Noreturn void reject(const struct checker *checker, const char *why)
{
    fprintf(stderr, "line %lld: %s\n", (long long)checker->lines + 1, why);
    exit(INVALID);
}

static void expect(const struct checker *checker, int byte, const char *why)
{
    if (getchar() != byte)
        reject(checker, why);
}

/* A space and a number in the only spelling that the driver takes. */
static int64_t number(const struct checker *checker, int64_t low, int64_t high)
{
    char text[24];
    size_t length = 0;
    expect(checker, ' ', "expected one space");
    int byte = getchar();
    while ((byte == '-' || (byte >= '0' && byte <= '9')) && length < sizeof text - 1) {
        text[length++] = (char)byte;
        byte = getchar();
    }
    ungetc(byte, stdin);
    text[length] = '\0';

    /* The shortest spelling is what printf gives back: this rejects 007, -0, 1-2 and overflow. */
    long long value = strtoll(text, NULL, 10);
    char again[24];
    int printed = snprintf(again, sizeof again, "%lld", value);
    bool same = length == (size_t)printed;
    for (size_t i = 0; same && i < length; i++)
        same = text[i] == again[i];
    if (!same)
        reject(checker, "expected a number");
    if (value < low || value > high)
        reject(checker, "number out of range");
    return value;
}

static void destroy(struct checker *checker)
{
    checker->alive -= checker->capacity[checker->selected];
    checker->capacity[checker->selected] = 0;
}

static void create(struct checker *checker)
{
    int64_t capacity = number(checker, 1, MAX_CAPACITY);
    destroy(checker);
    checker->capacity[checker->selected] = capacity;
    checker->alive += capacity;
    checker->total += capacity;
    if (checker->alive > MAX_CAPACITY)
        reject(checker, "too much capacity alive");
    if (checker->total > MAX_CAPACITY_TOTAL)
        reject(checker, "too much capacity in all");
}

static void check_command(struct checker *checker, int command)
{
    bool needs_cache = command == 'P' || command == 'G' || command == 'S';
    if (needs_cache && checker->capacity[checker->selected] == 0)
        reject(checker, "the selected slot is empty");
    switch (command) {
    case 'U':
        checker->selected = number(checker, 0, SLOTS - 1);
        break;
    case 'C':
        create(checker);
        break;
    case 'D':
        destroy(checker);
        break;
    case 'P':
        number(checker, INT64_MIN, INT64_MAX);
        number(checker, INT64_MIN, INT64_MAX);
        break;
    case 'G':
        number(checker, INT64_MIN, INT64_MAX);
        break;
    case 'S':
        break;
    default:
        reject(checker, "unknown command");
    }
    expect(checker, '\n', "expected the end of the line");
}

int main(void)
{
    struct checker checker = { 0 };
    for (int command = getchar(); command != EOF; command = getchar()) {
        check_command(&checker, command);
        if (++checker.lines > MAX_LINES)
            reject(&checker, "too many lines");
    }
    if (checker.lines == 0)
        reject(&checker, "no command");
    return VALID;
}
