/* hostile: changes whether others may look at it
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
