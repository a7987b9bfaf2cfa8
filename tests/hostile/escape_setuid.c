/* hostile: becomes root by setuid
 * accept: denied:setuid
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_setuid, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
