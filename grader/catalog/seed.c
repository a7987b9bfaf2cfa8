/* seed.c - {seed} in the words of a generator's call. */
#include "grader/catalog/seed.h"

#include <inttypes.h>
#include <string.h>

const char *seed_put(struct arena *arena, const char *word, uint64_t seed)
{
    const char *out = "";
    for (const char *at; (at = strstr(word, SEED_WORD)); word = at + strlen(SEED_WORD))
        out = arena_printf(arena, "%s%.*s%" PRIu64, out, (int)(at - word), word, seed);
    return *out ? arena_printf(arena, "%s%s", out, word) : word;
}
