/* hostile: shared memory, which would outlive the run
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/mman.h>

int main(void)
{
    if (mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0) != MAP_FAILED ||
        mmap(0, 4 << 20, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1, 0) != MAP_FAILED ||
        mmap(0, 4096, PROT_READ, MAP_SHARED_VALIDATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED ||
        mmap(0, 4096, PROT_READ, 0x08 | MAP_ANONYMOUS, -1, 0) != MAP_FAILED ||
        mmap(0, 4096, PROT_READ, MAP_SHARED, 0, 0) != MAP_FAILED)
        puts("ESCAPED");
    return 3;
}
