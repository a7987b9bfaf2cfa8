/* hostile: takes and fills memory until there is none, then uses the null pointer
 * limits: memory=32
 * accept: limit:memory
 * run: both
 */
#include <stdlib.h>
#include <string.h>

int main(void)
{
    for (;;)
        memset(malloc(3 << 20), 1, 3 << 20);
}
