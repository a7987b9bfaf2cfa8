/* hostile: carries heap memory from run to run
 * accept: exit:0
 * runs: 4
 * run: both
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *kept;

int main(void)
{
    if (kept)
        puts("ESCAPED");
    kept = malloc(1000);
    memset(kept, 7, 1000);
    return 0;
}
