/* hostile: takes small blocks and fills them
 * limits: memory=32
 * accept: limit:memory
 * run: both
 */
#include <stdlib.h>
#include <string.h>

int main(void)
{
    for (;;)
        memset(malloc(100), 1, 100);
}
