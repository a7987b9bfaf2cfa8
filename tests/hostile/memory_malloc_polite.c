/* hostile: takes memory until there is none, then gives up with an exit status
 * limits: memory=32
 * accept: limit:memory
 * cause: refused at
 * run: both
 */
#include <stdlib.h>

int main(void)
{
    while (malloc(3 << 20))
        ;
    return 1;
}
