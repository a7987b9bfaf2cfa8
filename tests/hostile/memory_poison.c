/* hostile: tells the kernel that a page of memory is broken
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/mman.h>

int main(void)
{
    static char page[8192] __attribute__((aligned(4096)));
    page[0] = 1;
    if (madvise(page, 4096, 100) == 0 || madvise(page, 4096, 101) == 0)
        puts("ESCAPED");
    return 3;
}
