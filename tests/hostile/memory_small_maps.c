/* hostile: maps many pieces below the size that is asked about and fills them
 * limits: memory=32
 * accept: limit:memory
 * run: both
 */
#include <string.h>
#include <sys/mman.h>

int main(void)
{
    for (;;) {
        char *at = mmap(0, 100 << 10, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (at == MAP_FAILED)
            return 1;
        memset(at, 1, 100 << 10);
    }
}
