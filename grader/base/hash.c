/* hash.c - names by content and keyed numbers. */
#include "grader/base/hash.h"

#include <assert.h>
#include <sodium.h>
#include <stdalign.h>
#include <string.h>

/* The state wants 64-byte alignment, which callers need not know: it lives at the first aligned
 * byte. */
static crypto_generichash_state *state_of(struct hash *hash)
{
    static_assert(sizeof(crypto_generichash_state) + 64 <= sizeof hash->state, "room to align");
    uintptr_t at = ((uintptr_t)hash->state + 63) & ~(uintptr_t)63;
    return (crypto_generichash_state *)at;
}

void hash_init(struct hash *hash, const void *key, size_t key_size)
{
    assert(hash && (key || key_size == 0));
    if (key_size > crypto_generichash_KEYBYTES_MAX)
        key_size = crypto_generichash_KEYBYTES_MAX;
    int failed = crypto_generichash_init(state_of(hash), key, key_size, HASH_BYTES);
    assert(!failed);
    (void)failed;
}

void hash_number(struct hash *hash, uint64_t number)
{
    unsigned char bytes[8];
    for (int i = 0; i < 8; i++)
        bytes[i] = (unsigned char)(number >> (8 * i));
    crypto_generichash_update(state_of(hash), bytes, sizeof bytes);
}

void hash_field(struct hash *hash, struct str field)
{
    hash_number(hash, field.length);
    crypto_generichash_update(state_of(hash), (const unsigned char *)field.at, field.length);
}

static void finish(struct hash *hash, unsigned char out[HASH_BYTES])
{
    int failed = crypto_generichash_final(state_of(hash), out, HASH_BYTES);
    assert(!failed);
    (void)failed;
}

void hash_finish(struct hash *hash, char out[HASH_TEXT_MAX])
{
    unsigned char bytes[HASH_BYTES];
    finish(hash, bytes);
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < HASH_BYTES; i++) {
        out[2 * i] = digits[bytes[i] >> 4];
        out[2 * i + 1] = digits[bytes[i] & 15];
    }
    out[2 * HASH_BYTES] = '\0';
}

uint64_t hash_finish_u64(struct hash *hash)
{
    unsigned char bytes[HASH_BYTES];
    finish(hash, bytes);
    uint64_t value = 0;
    for (int i = 7; i >= 0; i--)
        value = value << 8 | bytes[i];
    return value;
}
