/* hostile: loads a program into the kernel
 * accept: denied:bpf
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_bpf, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
