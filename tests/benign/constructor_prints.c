/* constructor_prints.c - a constructor that prints, flushes, and reads the first line.
 *
 * expect: exit 0
 * stdin: 5\n1 2 3 4 5\n
 */
#include <stdio.h>

static int count;

__attribute__((constructor)) static void begin(void)
{
    puts("begin");
    fflush(stdout);
    fprintf(stderr, "starting\n");
    if (scanf("%d", &count) != 1)
        count = -1;
}

int main(void)
{
    long sum = 0;
    for (int i = 0, v; i < count && scanf("%d", &v) == 1; i++)
        sum += v;
    printf("%d %ld\n", count, sum);
    return 0;
}
