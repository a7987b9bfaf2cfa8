/* name_hash.c - the number by which clang's profile names a function. */
#include "grader/growth/name_hash.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

enum { BLOCK = 64, PADDED_MAX = NAME_HASH_LENGTH_MAX + 2 * BLOCK };

static uint32_t rotate(uint32_t x, unsigned by)
{
    return x << by | x >> (32 - by);
}

static uint32_t word_at(const unsigned char *bytes)
{
    return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

/* RFC 1321, 3.4: four rounds of sixteen steps. */
static void add_block(const unsigned char *block, uint32_t state[4])
{
    static const unsigned char turns[4][4] = {
        { 7, 12, 17, 22 }, { 5, 9, 14, 20 }, { 4, 11, 16, 23 }, { 6, 10, 15, 21 }
    };
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    for (unsigned i = 0; i < 64; i++) {
        const uint32_t mixed[] = { (b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d,
                                   c ^ (b | ~d) };
        const unsigned words[] = { i, 5 * i + 1, 3 * i + 5, 7 * i };
        uint32_t constant = (uint32_t)floor(fabs(sin(i + 1.0)) * 4294967296.0);
        uint32_t sum =
            a + mixed[i / 16] + constant + word_at(block + (size_t)4 * (words[i / 16] % 16));
        a = d;
        d = c;
        c = b;
        b += rotate(sum, turns[i / 16][i % 4]);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
}

uint64_t name_hash(struct str name)
{
    unsigned char bytes[PADDED_MAX] = { 0 };
    uint32_t state[4] = { 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476 };
    if (name.length > NAME_HASH_LENGTH_MAX)
        return 0;
    memcpy(bytes, name.at, name.length);
    bytes[name.length] = 0x80;
    size_t padded = (name.length + 8) / BLOCK * BLOCK + BLOCK;
    for (unsigned i = 0; i < 8; i++)
        bytes[padded - 8 + i] = (unsigned char)((uint64_t)name.length * 8 >> 8 * i);
    for (size_t at = 0; at < padded; at += BLOCK)
        add_block(bytes + at, state);
    return state[0] | (uint64_t)state[1] << 32;
}
