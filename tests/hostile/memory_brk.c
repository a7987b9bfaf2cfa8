/* hostile: moves the break and fills
 * limits: memory=32
 * accept: limit:memory
 * run: both
 */
#include <string.h>
#include <unistd.h>

int main(void)
{
    for (;;) {
        char *at = sbrk(65536);
        if (at == (char *)-1)
            return 1;
        memset(at, 1, 65536);
    }
}
