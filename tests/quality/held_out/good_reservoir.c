/* reservoir.c - k lines of the input, each with equal chance. Usage: reservoir K SEED < FILE */
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define K_MAX 100000
#define LINE_MAX_BYTES 4096

/* xorshift64*: Vigna, "An experimental exploration of Marsaglia's xorshift generators" */
static uint64_t next_random(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * 0x2545F4914F6CDD1Du;
}

/* Uniform below limit: what would make the low residues likelier is thrown away. */
static uint64_t random_below(uint64_t *state, uint64_t limit)
{
    uint64_t unfair = -limit % limit;
    uint64_t r;
    do
        r = next_random(state);
    while (r < unfair);
    return r % limit;
}

static bool parse_u64(const char *text, uint64_t *value)
{
    char *end;
    errno = 0;
    unsigned long long parsed = strtoull(text, &end, 10);
    if (errno != 0 || end == text || *end != '\0' || text[0] == '-')
        return false;
    *value = parsed;
    return true;
}

static bool sample(char **kept, uint64_t k, uint64_t *state, uint64_t *seen)
{
    char line[LINE_MAX_BYTES];

    *seen = 0;
    while (fgets(line, sizeof line, stdin) != NULL) {
        uint64_t at = *seen < k ? *seen : random_below(state, *seen + 1);
        ++*seen;
        if (at >= k)
            continue;
        char *copy = strdup(line);
        if (copy == NULL)
            return false;
        free(kept[at]);
        kept[at] = copy;
    }
    return !ferror(stdin);
}

int main(int argc, char **argv)
{
    uint64_t k, state, seen;

    if (argc != 3 || !parse_u64(argv[1], &k) || !parse_u64(argv[2], &state) || k == 0 || k > K_MAX
        || state == 0) {
        fprintf(stderr, "usage: %s K SEED (both positive)\n", argc > 0 ? argv[0] : "reservoir");
        return 2;
    }
    char **kept = calloc(k, sizeof *kept);
    if (kept == NULL) {
        perror("reservoir");
        return 1;
    }
    bool ok = sample(kept, k, &state, &seen);
    if (!ok)
        perror("reservoir");
    for (uint64_t i = 0; i < k; i++) {
        if (ok && kept[i] != NULL)
            fputs(kept[i], stdout);
        free(kept[i]);
    }
    free(kept);
    return ok ? 0 : 1;
}
