/* hostile: changes the limits of the supervisor
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_prlimit64, 1, 0, (long[2]){ 0, 0 }, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
