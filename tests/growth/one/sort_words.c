/* sort_words.c - qsort with strcmp, then counts neighbours.
 *
 * scene: words
 * time: n log n
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char words[70000][32];

static int compare(const void *a, const void *b)
{
    return strcmp(a, b);
}
int main(void)
{
    int n, different = 1;
    if (scanf("%d", &n) != 1)
        return 1;
    for (int i = 0; i < n; i++)
        if (scanf("%31s", words[i]) != 1)
            return 1;
    qsort(words, (size_t)n, sizeof *words, compare);
    for (int i = 1; i < n; i++)
        different += strcmp(words[i], words[i - 1]) != 0;
    printf("%d\n", different);
}
