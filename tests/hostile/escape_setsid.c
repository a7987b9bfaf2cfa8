/* hostile: leaves its session
 * accept: denied:setsid
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_setsid, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
