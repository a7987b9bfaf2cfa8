/* hostile: a call by the 32-bit gate, where numbers mean something else
 * accept: denied:a foreign system call ABI
 * run: both
 */
#include <stdio.h>

int main(void)
{
    int pid;
    __asm__ volatile("int $0x80" : "=a"(pid) : "a"(20) : "memory", "r8", "r9", "r10", "r11");
    puts("ESCAPED");
    return 3;
}
