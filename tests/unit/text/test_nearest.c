/* test_nearest.c - distances by hand, and against a slow recursion straight from the definition. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdint.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/text/nearest.h"

/* The definition itself, exponential: only for short words. */
static size_t slow(const char *a, size_t n, const char *b, size_t m)
{
    if (n == 0 || m == 0)
        return n + m;
    size_t best = slow(a, n - 1, b, m - 1) + (a[n - 1] != b[m - 1]);
    size_t other = slow(a, n - 1, b, m) + 1;
    best = other < best ? other : best;
    other = slow(a, n, b, m - 1) + 1;
    best = other < best ? other : best;
    if (n > 1 && m > 1 && a[n - 1] == b[m - 2] && a[n - 2] == b[m - 1]) {
        other = slow(a, n - 2, b, m - 2) + 1;
        best = other < best ? other : best;
    }
    return best;
}

Test(nearest, distance_equals_the_definition_on_all_short_words)
{
    char words[128][6];
    size_t count = 0;
    for (size_t length = 0; length <= 4; length++)
        for (size_t bits = 0; bits < (size_t)1 << length; bits++) {
            for (size_t i = 0; i < length; i++)
                words[count][i] = bits >> i & 1 ? 'b' : 'a';
            words[count++][length] = '\0';
        }
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++)
            cr_assert(eq(sz, nearest_distance(words[i], words[j]),
                         slow(words[i], strlen(words[i]), words[j], strlen(words[j]))));
}

Test(nearest, finds_what_somebody_meant_and_nothing_far_away)
{
    static const char *const known[] = { "memory", "output", "time_limit" };
    cr_assert(eq(sz, nearest_index("memroy", known, 3), 0));
    cr_assert(eq(sz, nearest_index("ouput", known, 3), 1));
    cr_assert(eq(sz, nearest_index("timelimit", known, 3), 2));
    cr_assert(eq(sz, nearest_index("colour", known, 3), SIZE_MAX));
    cr_assert(eq(sz, nearest_index("", known, 3), SIZE_MAX));
}

Test(nearest, leaves_endless_words_alone)
{
    char word[4096];
    memset(word, 'a', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    const char *const known[] = { word, "a" };
    cr_assert(eq(sz, nearest_distance(word, word), SIZE_MAX));
    cr_assert(eq(sz, nearest_index(word, known, 2), SIZE_MAX));
}
