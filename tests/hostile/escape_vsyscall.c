/* hostile: calls through the page at the top of memory
 * accept: exit:3|signal:11
 * run: both
 */
#include <stdio.h>

int main(void)
{
    long got;
    /* getcpu is on no list: the kernel must apply the filter to its emulation as well */
    unsigned cpu = 77;
    __asm__ volatile("call *%1"
                     : "=a"(got)
                     : "r"(0xffffffffff600800UL), "D"(&cpu), "S"(0L), "d"(0L)
                     : "rcx", "r11", "memory");
    if (got == 0 && cpu != 77)
        puts("ESCAPED");
    return 3;
}
