/* hostile: lies to mremap about the old size
 * limits: memory=32
 * accept: exit:3|limit:memory|signal:11
 * run: both
 * varies: where addresses are random the stack may lie within what it unmaps
 */
#include <stdio.h>
#include <sys/mman.h>

int main(void)
{
    char *at = mmap(0, 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    char *more = mremap(at, 1L << 40, 1L << 32, MREMAP_MAYMOVE);
    if (more != MAP_FAILED && more + (1L << 31) != at) {
        more[1L << 31] = 1;
        puts("ESCAPED");
    }
    return 3;
}
