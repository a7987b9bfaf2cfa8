/* aligned_memory.c - aligned_alloc, posix_memalign, memalign and valloc.
 *
 * expect: exit 0
 */
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    void *a = aligned_alloc(64, 640), *b = NULL, *c = memalign(4096, 100), *d = valloc(10);
    int failed = posix_memalign(&b, 1 << 16, 1000);
    printf("%d %d %d %d %d\n", (uintptr_t)a % 64 == 0, failed, (uintptr_t)b % (1 << 16) == 0,
           (uintptr_t)c % 4096 == 0, (uintptr_t)d % 4096 == 0);
    printf("%d %d\n", malloc_usable_size(a) >= 640, posix_memalign(&b, 3, 10) != 0);
    free(a);
    free(c);
    free(d);
    malloc_trim(0);
    return 0;
}
