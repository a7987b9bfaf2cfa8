/* bit_fields.c - bit fields, unions and packed structures.
 *
 * expect: exit 0
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct date {
    unsigned day : 5, month : 4, year : 12;
    int sign : 3;
};

struct __attribute__((packed)) header {
    uint8_t type;
    uint32_t size;
    uint16_t flags;
};

int main(void)
{
    struct date d = { 31, 12, 2024, -1 };
    d.day++;
    printf("%u %u %u %d %zu\n", d.day, d.month, d.year, d.sign, sizeof d);
    union {
        float f;
        uint32_t u;
    } pun = { 1.5f };
    printf("%08x %zu\n", pun.u, sizeof(struct header));
    double x = -2.5;
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    printf("%016llx\n", (unsigned long long)bits);
    return 0;
}
