/* hostile: finds what an earlier run left on the stack
 * accept: exit:0
 * runs: 4
 * run: both
 */
#include <stdio.h>

__attribute__((noinline)) static int look(void)
{
    volatile unsigned char deep[100000];
    int dirty = 0;
    for (int i = 0; i < 50000; i++)
        dirty += deep[i] == 0xa5;
    for (int i = 0; i < 50000; i++)
        deep[i] = 0xa5;
    return dirty > 40000;
}

int main(void)
{
    if (look())
        puts("ESCAPED");
    return 0;
}
