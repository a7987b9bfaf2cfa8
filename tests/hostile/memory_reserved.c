/* hostile: reserves address space that it may not touch yet
 * limits: memory=32
 * accept: limit:memory
 * run: both
 */
#include <sys/mman.h>

int main(void)
{
    return mmap(0, 1L << 36, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) ==
           MAP_FAILED;
}
