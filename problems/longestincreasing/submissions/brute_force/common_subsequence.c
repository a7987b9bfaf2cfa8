/* common_subsequence.c - oracle: the longest common subsequence with the sorted distinct values. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * A strictly increasing subsequence of a is the same as a common subsequence of a and of the list
 * of its different values in rising order. The textbook table for that takes O(n²) time and memory:
 * on a large input the allocation is refused, which is this program's run-time error.
 */

static const size_t largest_table = (size_t)96 << 20; /* bytes, well below the memory limit */

/* Insertion sort, dropping what is there already; returns how many different values there are. */
static int sort_distinct(const int *a, int n, int *sorted)
{
    int count = 0;
    for (int i = 0; i < n; i++) {
        int at = count;
        while (at > 0 && sorted[at - 1] > a[i])
            at--;
        if (at > 0 && sorted[at - 1] == a[i])
            continue;
        memmove(sorted + at + 1, sorted + at, (size_t)(count - at) * sizeof *sorted);
        sorted[at] = a[i];
        count++;
    }
    return count;
}

static uint16_t larger(uint16_t x, uint16_t y)
{
    return x > y ? x : y;
}

int main(void)
{
    int n;
    if (scanf("%d", &n) != 1)
        return 1;
    if (((size_t)n + 1) * ((size_t)n + 1) * sizeof(uint16_t) > largest_table) {
        fprintf(stderr, "the table does not fit in memory\n");
        return 1;
    }
    int *a = calloc((size_t)n + 1, sizeof *a);
    int *sorted = calloc((size_t)n + 1, sizeof *sorted);
    if (a == NULL || sorted == NULL)
        return 1;
    for (int i = 0; i < n; i++) {
        if (scanf("%d", &a[i]) != 1)
            return 1;
    }
    int m = sort_distinct(a, n, sorted);

    /* common[i][j]: the longest common subsequence of a[i…] and sorted[j…]. */
    size_t width = (size_t)m + 1;
    uint16_t *common = calloc(((size_t)n + 1) * width, sizeof *common);
    if (common == NULL)
        return 1;
    for (int i = n - 1; i >= 0; i--) {
        uint16_t *row = common + (size_t)i * width;
        uint16_t *below = row + width;
        for (int j = m - 1; j >= 0; j--) {
            if (a[i] == sorted[j])
                row[j] = (uint16_t)(below[j + 1] + 1);
            else
                row[j] = larger(below[j], row[j + 1]);
        }
    }

    printf("%d\n", common[0]);
    for (int i = 0, j = 0; i < n && j < m;) {
        const uint16_t *here = common + (size_t)i * width + j;
        if (a[i] == sorted[j]) {
            printf("%d ", i + 1);
            i++;
            j++;
        } else if (here[width] >= here[1]) {
            i++;
        } else {
            j++;
        }
    }
    printf("\n");
    free(common);
    free(sorted);
    free(a);
    return 0;
}
