/* inline_assembly.c - inline assembly.
 *
 * expect: exit 0
 */
#include <stdio.h>

int main(void)
{
    unsigned long high, low;
    __asm__("mulq %3" : "=d"(high), "=a"(low) : "a"(0xffffffffffffffffu), "r"(10ul));
    printf("%lx %lx\n", high, low);
    int x = 5;
    __asm__ volatile("addl $7, %0" : "+r"(x));
    printf("%d\n", x);
    return 0;
}
