/* mmap_arena.c - a private anonymous map of 128 MB as an arena.
 *
 * expect: exit 0
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

int main(void)
{
    size_t size = 128u << 20;
    char *arena = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (arena == MAP_FAILED)
        return 1;
    for (size_t i = 0; i < size; i += 4096)
        arena[i] = (char)i;
    printf("%d\n", madvise(arena, size, MADV_DONTNEED));
    printf("%d\n", arena[4096]);
    char *same = mremap(arena, size, size / 2, 0);
    printf("%d\n", same == arena);
    char *grown = mremap(same, size / 2, size, MREMAP_MAYMOVE);
    printf("%d %d\n", grown != MAP_FAILED, grown[size - 1]);
    printf("%d\n", munmap(grown, size));
    return 0;
}
