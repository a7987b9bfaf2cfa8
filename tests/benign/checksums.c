/* checksums.c - CRC-32 and SHA-256 by hand.
 *
 * expect: exit 0
 * stdin: The quick brown fox jumps over the lazy dog
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static uint32_t rotate(uint32_t x, int n)
{
    return x >> n | x << (32 - n);
}

static uint32_t root_bits(int prime, int cube)
{
    unsigned __int128 low = 0, high = (unsigned __int128)1 << 40;
    while (high - low > 1) {
        unsigned __int128 m = (low + high) / 2;
        unsigned __int128 left = cube ? m * m * m : m * m;
        unsigned __int128 right = (unsigned __int128)prime << (cube ? 96 : 64);
        if (left <= right)
            low = m;
        else
            high = m;
    }
    return (uint32_t)low;
}

int main(void)
{
    unsigned char block[64] = { 0 };
    size_t size = fread(block, 1, 55, stdin);
    uint32_t crc = ~0u, k[64], w[64], h[8], v[8];
    for (size_t i = 0; i < size; i++) {
        crc ^= block[i];
        for (int b = 0; b < 8; b++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
    }
    printf("%08x\n", ~crc);
    for (int p = 2, n = 0; n < 64; p++) {
        int is_prime = 1;
        for (int d = 2; d * d <= p; d++)
            is_prime &= p % d != 0;
        if (!is_prime)
            continue;
        if (n < 8)
            h[n] = root_bits(p, 0);
        k[n++] = root_bits(p, 1);
    }
    block[size] = 0x80;
    block[62] = (unsigned char)(size * 8 >> 8);
    block[63] = (unsigned char)(size * 8);
    for (int i = 0; i < 16; i++)
        w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
               (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
    for (int i = 16; i < 64; i++)
        w[i] = w[i - 16] + w[i - 7] +
               (rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3) +
               (rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10);
    memcpy(v, h, sizeof v);
    for (int i = 0; i < 64; i++) {
        uint32_t a = v[7] + (rotate(v[4], 6) ^ rotate(v[4], 11) ^ rotate(v[4], 25)) +
                     ((v[4] & v[5]) ^ (~v[4] & v[6])) + k[i] + w[i];
        uint32_t b = (rotate(v[0], 2) ^ rotate(v[0], 13) ^ rotate(v[0], 22)) +
                     ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof v[0]);
        v[4] += a;
        v[0] = a + b;
    }
    for (int i = 0; i < 8; i++)
        printf("%08x", h[i] + v[i]);
    putchar('\n');
    return 0;
}
