/* heap_freed_at_once.c - a block for each number, and it is gone.
 *
 * scene: numbers
 * time: n
 * heap: 1
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int n;
    long sum = 0;
    if (scanf("%d", &n) != 1)
        return 1;
    while (n-- > 0) {
        int *x = malloc(sizeof *x);
        if (scanf("%d", x) == 1)
            sum += *x;
        free(x);
    }
    printf("%ld\n", sum);
}
