/* hostile: becomes root for files only
 * accept: denied:setfsuid
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_setfsuid, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
