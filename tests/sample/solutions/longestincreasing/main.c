// Longest strictly increasing subsequence.
//
// best[i] is the length of the longest one that ends exactly at a[i]; prev[i] remembers through
// which element it was reached, so that the positions can be walked back at the end.
//
// This compares every element with all the ones before it. I know there is a version with binary
// search, but I could not get the positions right with it in time, and this one I can prove.
#include <stdio.h>
#include <stdlib.h>

static int *read_sequence(int *n)
{
    int *a;

    if (scanf("%d", n) != 1)
        return NULL;
    a = malloc((*n + 1) * sizeof(int));
    if (!a)
        return NULL;
    for (int i = 0; i < *n; i++)
        if (scanf("%d", &a[i]) != 1) {
            free(a);
            return NULL;
        }
    return a;
}

int main(void)
{
    int n, last = -1;
    int *a = read_sequence(&n);

    if (!a) {
        fprintf(stderr, "bad input\n");
        return 1;
    }

    int *best = malloc((n + 1) * sizeof(int));
    int *prev = malloc((n + 1) * sizeof(int));
    int *path = malloc((n + 1) * sizeof(int));
    if (!best || !prev || !path) {
        fprintf(stderr, "out of memory\n");
        return 1;
    }

    for (int i = 0; i < n; i++) {
        best[i] = 1;
        prev[i] = -1;
        for (int j = 0; j < i; j++) {
            if (a[j] < a[i] && best[j] + 1 > best[i]) {
                best[i] = best[j] + 1;
                prev[i] = j;
            }
        }
        if (last == -1 || best[i] > best[last])
            last = i;
    }

    int length = 0;
    for (int i = last; i != -1; i = prev[i])
        path[length++] = i + 1;

    printf("%d\n", length);
    while (length > 0)
        printf("%d ", path[--length]);
    printf("\n");

    free(a);
    free(best);
    free(prev);
    free(path);
    return 0;
}
