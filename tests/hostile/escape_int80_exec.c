/* hostile: executes a program by the 32-bit gate
 * accept: denied:a foreign system call ABI
 * run: both
 */
#include <stdio.h>

int main(void)
{
    int got;
    __asm__ volatile("int $0x80" : "=a"(got) : "a"(11), "b"(0), "c"(0), "d"(0) : "memory");
    puts("ESCAPED");
    return 3;
}
