/* hostile: sends on a descriptor it was given
 * accept: denied:sendto
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_sendto, 1, "AC", 2, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
