/* hostile: copies a pipe
 * accept: denied:tee
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_tee, 0, 1, 1, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
