/* sliding_maximum.c - the maxima of windows, with a queue of candidates.
 *
 * scene: numbers
 * time: n
 */
#include <stdio.h>
#include <stdlib.h>

static int read_numbers(int **out)
{
    int n;
    if (scanf("%d", &n) != 1)
        exit(1);
    int *a = malloc((size_t)n * sizeof *a);
    for (int i = 0; i < n; i++)
        if (scanf("%d", &a[i]) != 1)
            exit(1);
    *out = a;
    return n;
}
int main(void)
{
    int *a, n = read_numbers(&a), head = 0, tail = 0;
    int *queue = malloc((size_t)n * sizeof *queue);
    long sum = 0;
    for (int i = 0; i < n; i++) {
        while (tail > head && a[queue[tail - 1]] <= a[i])
            tail--;
        queue[tail++] = i;
        if (queue[head] <= i - 20)
            head++;
        sum += a[queue[head]];
    }
    printf("%ld\n", sum);
}
