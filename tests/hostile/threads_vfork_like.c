/* hostile: a thread-like clone that shares memory but is a process of its own
 * limits: processes=4
 * accept: denied:clone
 * run: threads
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    static char stack[65536];
    if (syscall(SYS_clone, 0x100 | 17, stack + sizeof stack, 0, 0, 0) >= 0)
        puts("ESCAPED");
    return 3;
}
