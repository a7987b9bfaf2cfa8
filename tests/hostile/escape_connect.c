/* hostile: connects a descriptor it was given
 * accept: denied:connect
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_connect, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
