/* hash.h - names by content and keyed numbers: BLAKE2b (RFC 7693) by libsodium. */
#ifndef GRADER_BASE_HASH_H
#define GRADER_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#include "grader/base/str.h"

enum { HASH_BYTES = 32, HASH_TEXT_MAX = 2 * HASH_BYTES + 1 };

/*
 * A name by content. Every field is hashed with its length in front, so that ("ab", "c") and ("a",
 * "bc") differ. hash_init, any number of hash_field, hash_finish. `key` may be NULL (key_size 0);
 * at most 64 bytes are used.
 */
struct hash {
    unsigned char state[512];
};
void hash_init(struct hash *hash, const void *key, size_t key_size);
void hash_field(struct hash *hash, struct str field);
void hash_number(struct hash *hash, uint64_t number);
/* Lower-case hex of all 32 bytes. */
void hash_finish(struct hash *hash, char out[HASH_TEXT_MAX]);
/* The first eight bytes as a number, little endian. */
uint64_t hash_finish_u64(struct hash *hash);

#endif
