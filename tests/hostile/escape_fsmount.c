/* hostile: mounts by the new calls
 * accept: denied:fsmount
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_fsmount, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
