/* hostile: locks memory
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/mman.h>

int main(void)
{
    static char page[4096];
    if (mlock(page, sizeof page) == 0 || mlockall(MCL_CURRENT) == 0 ||
        (mmap(0, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_LOCKED, -1, 0) != MAP_FAILED))
        puts("ESCAPED");
    return 3;
}
