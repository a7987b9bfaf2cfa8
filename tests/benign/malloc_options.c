/* malloc_options.c - mallopt, mallinfo2 and malloc_trim.
 *
 * expect: exit 0
 */
#define _GNU_SOURCE
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    mallopt(M_MMAP_THRESHOLD, 1 << 16);
    mallopt(M_TRIM_THRESHOLD, 1 << 17);
    void *blocks[50];
    for (int i = 0; i < 50; i++)
        blocks[i] = malloc(70000);
    struct mallinfo2 info = mallinfo2();
    printf("%zu\n", info.hblks);
    for (int i = 0; i < 50; i++)
        free(blocks[i]);
    info = mallinfo2();
    printf("%zu\n", info.hblks);
    malloc_trim(0);
    return 0;
}
