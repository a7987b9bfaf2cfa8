/* code_made.c - writes machine code into memory and runs it.
 *
 * scene: array
 * suspicious: yes
 */
#include "array.h"
#include <string.h>
#include <sys/mman.h>

long solve(int *a, int n)
{
    /* rdi counts down: 1: dec rdi; jnz 1b; ret */
    static const unsigned char code[] = { 0x48, 0xff, 0xcf, 0x75, 0xfb, 0xc3 };
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED)
        return 1;
    memcpy(page, code, sizeof code);
    mprotect(page, 4096, PROT_READ | PROT_EXEC);
    void (*run)(long);
    memcpy(&run, &page, sizeof run);
    run((long)n * n + 1);
    return a[0];
}
