/* hostile: grows one map again and again
 * limits: memory=32
 * accept: limit:memory
 * run: both
 */
#include <string.h>
#include <sys/mman.h>

int main(void)
{
    size_t size = 65536;
    char *at = mmap(0, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    for (;; size *= 2) {
        at = mremap(at, size, 2 * size, MREMAP_MAYMOVE);
        if (at == MAP_FAILED)
            return 1;
        memset(at, 1, 2 * size);
    }
}
