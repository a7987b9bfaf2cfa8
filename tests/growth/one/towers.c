/* towers.c - moves a tower.
 *
 * scene: subsets
 * time: 2^n
 */
#include <stdio.h>

static long moves;

static void move(int n, int from, int to)
{
    if (n == 0)
        return;
    move(n - 1, from, 6 - from - to);
    moves += from != to;
    move(n - 1, 6 - from - to, to);
}
int main(void)
{
    int n;
    if (scanf("%d", &n) != 1)
        return 1;
    move(n, 1, 3);
    printf("%ld\n", moves);
}
