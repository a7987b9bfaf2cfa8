/* deep_recursion.c - recursion through a hundred megabytes of stack.
 *
 * expect: exit 0
 */
#include <stdio.h>

__attribute__((noinline)) static long descend(long depth)
{
    volatile char frame[400];
    frame[0] = (char)depth;
    frame[399] = 1;
    if (depth == 0)
        return 0;
    return descend(depth - 1) + frame[399] + (frame[0] == (char)depth) - 1;
}

int main(void)
{
    printf("%ld\n", descend(220000));
    return 0;
}
