/* hostile: becomes root by setresuid
 * accept: denied:setresuid
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_setresuid, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
