/* heap_root.c - a table of the numbers up to the root.
 *
 * scene: number
 * time: sqrt n
 * heap: sqrt n
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    long n, root = 1, sum = 0;
    if (scanf("%ld", &n) != 1)
        return 1;
    while (root * root < n)
        root++;
    int *table = malloc((size_t)root * sizeof *table);
    for (long i = 0; i < root; i++)
        sum += table[i] = (int)(n % (i + 1));
    printf("%ld\n", sum);
    free(table);
}
