/* mmap_guard.c - pages with a guard, by mprotect.
 *
 * expect: exit 0
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

int main(void)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *map = mmap(NULL, 3 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (map == MAP_FAILED || mprotect(map + page, page, PROT_READ | PROT_WRITE) != 0)
        return 1;
    map[page] = 'x';
    map[2 * page - 1] = 'y';
    printf("%c %c %d\n", map[page], map[2 * page - 1], mprotect(map + page, page, PROT_READ));
    return munmap(map, 3 * page);
}
