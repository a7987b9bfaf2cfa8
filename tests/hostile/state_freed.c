/* hostile: finds what an earlier run left in freed memory
 * accept: exit:0
 * runs: 4
 * run: both
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    unsigned char *block = malloc(100000);
    int dirty = 0;
    for (int i = 16; i < 100000; i++)
        dirty |= block[i] == 0xa5;
    if (dirty)
        puts("ESCAPED");
    memset(block, 0xa5, 100000);
    return dirty;
}
