/* heap_constant.c - reads numbers into a block that stays.
 *
 * scene: numbers
 * time: n
 * heap: 1
 * stack: 1
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int n, *last = calloc(64, sizeof *last);
    if (scanf("%d", &n) != 1)
        return 1;
    for (int i = 0; i < n; i++)
        if (scanf("%d", &last[i % 64]) != 1)
            return 1;
    printf("%d\n", last[0]);
    free(last);
}
