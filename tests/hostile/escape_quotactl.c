/* hostile: sets disk quotas
 * accept: denied:quotactl
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_quotactl, 0, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
