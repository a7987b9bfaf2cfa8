/* own_section_by_pragma.c - code in a constant, among the functions by a pragma.
 *
 * scene: array
 * suspicious: yes
 */
#include "array.h"
#include <string.h>

#define JOIN(a, b) a##b
#ifdef __clang__
#pragma clang section rodata = ".text"
#define PLACE
#else
#define PLACE JOIN(__attr, ibute__)((JOIN(sec, tion)(".text")))
#endif
/* rdi counts down: 1: dec rdi; jnz 1b; ret */
PLACE static const unsigned char code[] = { 0x48, 0xff, 0xcf, 0x75, 0xfb, 0xc3 };

long solve(int *a, int n)
{
    const void *from = code;
    void (*run)(long);
    memcpy(&run, &from, sizeof run);
    run((long)n * n + 1);
    return a[0];
}
