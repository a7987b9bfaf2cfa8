/* nearest.c - the known word that somebody probably meant. */
#include "grader/text/nearest.h"

#include <stdint.h>
#include <string.h>

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Three rows of the table of Wagner and Fischer, with the transposition of Damerau. */
size_t nearest_distance(const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b);
    if (n > NEAREST_WORD_MAX || m > NEAREST_WORD_MAX)
        return SIZE_MAX;
    size_t rows[3][NEAREST_WORD_MAX + 1];
    for (size_t j = 0; j <= m; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t change = above[j - 1] + (a[i - 1] != b[j - 1]);
            row[j] = least(change, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
        }
    }
    return rows[n % 3][m];
}

size_t nearest_index(const char *word, const char *const *known, size_t count)
{
    size_t allowed = strlen(word) / 3, found = SIZE_MAX;
    if (allowed < 1)
        allowed = 1;
    size_t best = allowed + 1;
    for (size_t i = 0; i < count; i++) {
        size_t distance = nearest_distance(word, known[i]);
        if (distance < best) {
            best = distance;
            found = i;
        }
    }
    return found;
}
