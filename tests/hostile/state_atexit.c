/* hostile: leaves an exit handler for the next run
 * accept: exit:0
 * runs: 4
 * run: both
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void late(void)
{
    _exit(0);
}

int main(void)
{
    static int handlers;
    atexit(late);
    if (handlers++)
        puts("ESCAPED");
    return 0;
}
