/* hostile: a call with the x32 bit
 * accept: denied:a foreign system call ABI
 * run: both
 */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    if (syscall(0x40000000L | 41, 2, 1, 0) >= 0)
        puts("ESCAPED");
    return 3;
}
