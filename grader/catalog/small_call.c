/* small_call.c - the call of a generator, as a test has it, becomes one that makes less. */
#include "grader/catalog/small_call.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "grader/base/hash.h"
#include "grader/base/num.h"
#include "grader/catalog/seed.h"

/* Plain digits, above 0. */
static bool is_number(const char *word, uint64_t *out)
{
    return num_u64(str_of(word), 1, UINT64_MAX, out);
}

/* The index of the size among the words; the count when there is none. */
static size_t find_size(const struct generator_call *call, uint64_t *out)
{
    size_t i = 0;
    while (i < call->words.count && !is_number(call->words.words[i], out))
        i++;
    return i;
}

uint64_t small_call_size(const struct generator_call *call)
{
    uint64_t size = 0;
    return find_size(call, &size) < call->words.count ? size : 0;
}

bool small_call_is_possible(const struct generator_call *call)
{
    bool has_seed = false;
    for (size_t i = 0; i < call->words.count; i++)
        has_seed |= strstr(call->words.words[i], SEED_WORD) != NULL;
    return has_seed && small_call_size(call) > 1;
}

bool small_call_is_alike(const struct generator_call *a, const struct generator_call *b)
{
    uint64_t ignored;
    size_t size = find_size(a, &ignored);
    if (strcmp(a->program, b->program) != 0 || a->words.count != b->words.count ||
        size != find_size(b, &ignored))
        return false;
    for (size_t i = 0; i < a->words.count; i++)
        if (i != size && strcmp(a->words.words[i], b->words.words[i]) != 0)
            return false;
    return true;
}

static bool is_call_of(const struct generator_call *call, const char *program,
                       struct word_list words, uint64_t seed, struct arena *arena)
{
    if (strcmp(call->program, program) != 0 || call->words.count != words.count)
        return false;
    for (size_t i = 0; i < words.count; i++)
        if (strcmp(seed_put(arena, call->words.words[i], seed), words.words[i]) != 0)
            return false;
    return true;
}

bool small_call_is_of_test(const struct package *package, const char *program,
                           struct word_list words, uint64_t seed)
{
    SCOPED_ARENA arena = { 0 };
    for (size_t i = 0; i < package->case_count; i++)
        if (package->cases[i].call &&
            is_call_of(package->cases[i].call, program, words, seed, &arena))
            return true;
    return false;
}

/* A parameter beside the size: as it is, or one from 1 to the size, by the seed. */
static uint64_t shrunk(uint64_t value, size_t size, uint64_t seed, size_t index)
{
    struct hash hash;
    hash_init(&hash, NULL, 0);
    hash_number(&hash, seed);
    hash_number(&hash, index);
    uint64_t dice = hash_finish_u64(&hash);
    uint64_t most = value < size ? value : size > 0 ? size : 1;
    return dice % 2 ? value : 1 + dice / 2 % most;
}

bool small_call_words(const struct package *package, const struct generator_call *call, size_t size,
                      uint64_t seed, struct arena *arena, struct word_list *out)
{
    uint64_t own = 0, value;
    size_t at = find_size(call, &own);
    assert(at < call->words.count);
    if (own <= size)
        return false;
    struct word_list words = { ARENA_ARRAY(arena, call->words.count, const char *),
                               call->words.count };
    for (size_t i = 0; i < words.count; i++) {
        const char *word = call->words.words[i];
        if (i == at)
            words.words[i] = arena_printf(arena, "%zu", size);
        else if (is_number(word, &value))
            words.words[i] = arena_printf(arena, "%" PRIu64, shrunk(value, size, seed, i));
        else
            words.words[i] = seed_put(arena, word, seed);
    }
    if (small_call_is_of_test(package, call->program, words, seed))
        return false;
    *out = words;
    return true;
}
