/* hostile: takes more groups
 * accept: denied:setgroups
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_setgroups, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
