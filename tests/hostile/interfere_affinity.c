/* hostile: moves the supervisor to another CPU
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_sched_setaffinity, 1, 8, (long[1]){ 1 });
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
