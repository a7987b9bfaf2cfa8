/* hostile: the older way to a filter of its own
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = prctl(PR_SET_SECCOMP, 1, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
