/* heap_leaked.c - a block for each number, and it stays.
 *
 * scene: numbers
 * time: n
 * heap: n
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
        int *x = malloc(16);
        if (scanf("%d", x) == 1)
            sum += *x;
    }
    printf("%ld\n", sum);
}
