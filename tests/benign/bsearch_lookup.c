/* bsearch_lookup.c - bsearch in a table.
 *
 * expect: exit 0
 * stdin: 3 4 99 0 50\n
 */
#include <stdio.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

int main(void)
{
    int squares[100], key;
    for (int i = 0; i < 100; i++)
        squares[i] = i * i / 2;
    while (scanf("%d", &key) == 1) {
        int *found = bsearch(&key, squares, 100, sizeof squares[0], compare);
        printf("%d %s\n", key, found ? "yes" : "no");
    }
    return 0;
}
