/* hostile: watches files
 * accept: denied:inotify_init1
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_inotify_init1, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
