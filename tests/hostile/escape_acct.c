/* hostile: turns process accounting on
 * accept: denied:acct
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_acct, "/tmp/hostile-acct");
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
