/* hostile: static data and heap pass the limit together
 * limits: memory=32
 * accept: limit:memory
 * run: both
 */
#include <stdlib.h>
#include <string.h>

static char many[24 << 20];

int main(void)
{
    memset(many, 1, sizeof many);
    for (;;)
        memset(malloc(2 << 20), many[7], 2 << 20);
}
