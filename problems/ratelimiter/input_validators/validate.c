/* validate.c - exits 42 if standard input is a well-formed input within the limits, else 43. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define BILLION UINT64_C(1000000000)

enum {
    SLOTS = 8,
    VALID = 42,
    INVALID = 43,
};

static _Noreturn void invalid(const char *why)
{
    fprintf(stderr, "invalid: %s\n", why);
    exit(INVALID);
}

/* A number without leading zeros from low to high, then the byte `after`. */
static uint64_t read_number(uint64_t low, uint64_t high, int after)
{
    uint64_t value = 0;
    int digits = 0;
    int c;
    while ((c = getchar()) >= '0' && c <= '9') {
        unsigned digit = (unsigned)(c - '0');
        if (digits == 1 && value == 0)
            invalid("leading zero");
        if (value > (UINT64_MAX - digit) / 10)
            invalid("number above 64 bits");
        value = value * 10 + digit;
        digits++;
    }
    if (digits == 0)
        invalid("a digit is missing");
    if (c != after)
        invalid("wrong byte after a number");
    if (value < low || value > high)
        invalid("number out of its range");
    return value;
}

int main(void)
{
    bool made[SLOTS] = { false };
    uint64_t now[SLOTS] = { 0 };
    uint64_t commands = read_number(1, 1000000, '\n');
    for (uint64_t i = 0; i < commands; i++) {
        int command = getchar();
        if (getchar() != ' ')
            invalid("no space after the command");
        uint64_t slot = read_number(0, SLOTS - 1, ' ');
        if (command == 'n') {
            read_number(1, BILLION, ' ');
            read_number(1, BILLION, ' ');
            read_number(1, BILLION, ' ');
            read_number(1, 1000000, ' ');
            read_number(1, BILLION * BILLION, '\n');
            made[slot] = true;
            now[slot] = 0;
        } else if (command == 'r' || command == 'a') {
            if (!made[slot])
                invalid("no limiter in this slot");
            now[slot] = read_number(now[slot], INT64_MAX, command == 'r' ? ' ' : '\n');
            if (command == 'r') {
                read_number(0, UINT64_MAX, ' ');
                read_number(0, BILLION, '\n');
            }
        } else {
            invalid("unknown command");
        }
    }
    if (getchar() != EOF)
        invalid("bytes after the last command");
    return VALID;
}
