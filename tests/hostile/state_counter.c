/* hostile: carries a number from run to run in static memory
 * accept: exit:0
 * runs: 4
 * run: both
 */
#include <stdio.h>

static int count;

int main(void)
{
    if (count++ > 0)
        puts("ESCAPED");
    return count - 1;
}
