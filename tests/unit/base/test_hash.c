/* test_hash.c - names by content. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/hash.h"

static void hash_of(const char *key, size_t key_size, const char *first, const char *second,
                    char out[HASH_TEXT_MAX])
{
    struct hash hash;
    hash_init(&hash, key, key_size);
    hash_field(&hash, str_of(first));
    hash_field(&hash, str_of(second));
    hash_finish(&hash, out);
}

/* Truth from coreutils: a field is its length in eight bytes, little endian, and its bytes. */
Test(hash, is_blake2b_as_coreutils_computes_it)
{
    FILE *b2sum = popen("printf '\\003\\0\\0\\0\\0\\0\\0\\0abc\\0\\0\\0\\0\\0\\0\\0\\0'"
                        "'\\001\\002\\0\\0\\0\\0\\0\\0' | b2sum -l 256",
                        "r");
    char wanted[HASH_TEXT_MAX] = "", got[HASH_TEXT_MAX];
    cr_assert(b2sum && fgets(wanted, sizeof wanted, b2sum));
    cr_assert(pclose(b2sum) == 0, "b2sum is of the package coreutils");
    struct hash hash;
    hash_init(&hash, NULL, 0);
    hash_field(&hash, str_of("abc"));
    hash_field(&hash, (struct str){ NULL, 0 });
    hash_number(&hash, 0x201);
    hash_finish(&hash, got);
    cr_expect_str_eq(got, wanted);
}

Test(hash, tells_where_one_field_ends)
{
    char a[HASH_TEXT_MAX], b[HASH_TEXT_MAX];
    hash_of(NULL, 0, "ab", "c", a);
    hash_of(NULL, 0, "a", "bc", b);
    cr_expect_str_neq(a, b);
    hash_of(NULL, 0, "abc", "", b);
    cr_expect_str_neq(a, b);
    hash_of(NULL, 0, "ab", "c", b);
    cr_expect_str_eq(a, b);
}

Test(hash, depends_on_the_first_64_bytes_of_the_key)
{
    char key[80], a[HASH_TEXT_MAX], b[HASH_TEXT_MAX];
    memset(key, 'k', sizeof key);
    hash_of(NULL, 0, "a", "b", a);
    hash_of(key, 1, "a", "b", b);
    cr_expect_str_neq(a, b);
    hash_of(key, 63, "a", "b", a);
    hash_of(key, 64, "a", "b", b);
    cr_expect_str_neq(a, b);
    hash_of(key, 80, "a", "b", a);
    cr_expect_str_eq(a, b);
}

Test(hash, as_a_number_is_its_first_eight_bytes)
{
    struct hash one, two;
    char text[HASH_TEXT_MAX];
    hash_init(&one, "key", 3);
    hash_init(&two, "key", 3);
    hash_number(&one, 7);
    hash_number(&two, 7);
    hash_finish(&one, text);
    uint64_t number = hash_finish_u64(&two);
    for (int i = 0; i < 8; i++) {
        char byte[3];
        snprintf(byte, sizeof byte, "%02x", (unsigned)(number >> (8 * i) & 255));
        cr_expect(memcmp(byte, text + 2 * i, 2) == 0, "byte %d", i);
    }
}

/* The state is aligned within the struct, wherever the struct lies. */
Test(hash, works_at_any_address)
{
    char wanted[HASH_TEXT_MAX], got[HASH_TEXT_MAX];
    hash_of(NULL, 0, "a", "b", wanted);
    static _Alignas(64) unsigned char room[sizeof(struct hash) + 64];
    for (size_t shift = 0; shift < 64; shift++) {
        struct hash *hash = (struct hash *)(room + shift);
        hash_init(hash, NULL, 0);
        hash_field(hash, str_of("a"));
        hash_field(hash, str_of("b"));
        hash_finish(hash, got);
        cr_assert_str_eq(got, wanted);
    }
}
