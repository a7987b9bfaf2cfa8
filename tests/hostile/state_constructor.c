/* hostile: writes in a constructor what main then prints
 * accept: exit:0
 * runs: 4
 * run: both
 */
#include <stdio.h>

static int before;

__attribute__((constructor)) static void first(void)
{
    before++;
    puts("from the constructor");
    fflush(stdout);
}

int main(void)
{
    return before != 1;
}
