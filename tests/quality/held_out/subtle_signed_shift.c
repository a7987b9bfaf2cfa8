/* a bitset of primes and a binary reader of little-endian records */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define LIMIT 10000

static int composite[LIMIT / 32 + 1];

static int is_composite(int n)
{
    return (composite[n / 32] >> (n % 32)) & 1;
}

static void mark(int n)
{
    composite[n / 32] |= 1 << (n % 32); /* TRUE: memory */
}

static uint32_t read_u32(const unsigned char *b)
{
    return b[0] | b[1] << 8 | b[2] << 16 | b[3] << 24; /* TRUE: memory */
}

static uint64_t read_u64(const unsigned char *b)
{
    return (uint64_t)read_u32(b + 4) << 32 | read_u32(b);
}

int main(void)
{
    unsigned char record[8];

    for (int i = 2; i * i <= LIMIT; i++)
        if (!is_composite(i))
            for (int j = i * i; j <= LIMIT; j += i)
                mark(j);
    while (fread(record, 1, sizeof record, stdin) == sizeof record) {
        uint64_t value = read_u64(record);
        printf("%s\n", value >= 2 && value <= LIMIT && !is_composite((int)value) ? "prime" : "no");
    }
    return ferror(stdin) ? 1 : 0;
}
