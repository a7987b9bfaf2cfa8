/* hostile: reads the kernel log
 * accept: denied:syslog
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_syslog, 3, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
