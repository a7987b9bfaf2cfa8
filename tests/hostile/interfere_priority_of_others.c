/* hostile: lowers the priority of the supervisor
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = setpriority(PRIO_PROCESS, 1, 19);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
