/* hostile: raises its own limits
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_prlimit64, 0, 7, (long[2]){ 1000000, 1000000 }, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
