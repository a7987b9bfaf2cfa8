/* hostile: leaves a POSIX message queue behind
 * accept: denied:mq_open
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_mq_open, "hostile", 0102, 0600, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
