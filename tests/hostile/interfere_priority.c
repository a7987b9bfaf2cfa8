/* hostile: takes a higher priority
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = setpriority(PRIO_PROCESS, 0, -20);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
