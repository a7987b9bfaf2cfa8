/* hostile: reserves in small pieces and opens them later by mprotect
 * limits: memory=32
 * accept: limit:memory
 * run: both
 */
#include <string.h>
#include <sys/mman.h>

int main(void)
{
    for (;;) {
        char *at = mmap(0, 90 << 10, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (at == MAP_FAILED)
            return 1;
        mprotect(at, 90 << 10, PROT_READ | PROT_WRITE);
        memset(at, 1, 90 << 10);
    }
}
