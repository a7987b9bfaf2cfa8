/* hostile: loads another kernel
 * accept: denied:kexec_load
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_kexec_load, 0, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
