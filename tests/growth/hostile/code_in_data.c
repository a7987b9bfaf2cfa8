/* code_in_data.c - machine code in a constant, in a section that may run.
 *
 * scene: array
 * suspicious: yes
 */
#include "array.h"
#include <string.h>

/* rdi counts down: 1: dec rdi; jnz 1b; ret */
__attribute__((section(".text.more"))) static const unsigned char code[] = { 0x48, 0xff, 0xcf,
                                                                             0x75, 0xfb, 0xc3 };

long solve(int *a, int n)
{
    const void *from = code;
    void (*run)(long);
    memcpy(&run, &from, sizeof run);
    run((long)n * n + 1);
    return a[0];
}
