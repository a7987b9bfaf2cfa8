/* hostile: swaps to a file of its own
 * accept: denied:swapon
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_swapon, "/tmp/hostile-swap", 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
