/* hostile: touches one page in many places to grow page tables
 * limits: memory=32
 * accept: limit:memory
 * run: both
 */
#include <sys/mman.h>

int main(void)
{
    for (long i = 0; i < 100000; i++) {
        void *place = (void *)(0x100000000000L + i * (1L << 30));
        volatile char *at = mmap(place, 4096, PROT_READ | PROT_WRITE,
                                 MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
        if (at == MAP_FAILED)
            return 1;
        at[0] = 1;
    }
    return 0;
}
