/* hostile: watches the host file system
 * accept: denied:fanotify_init
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_fanotify_init, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
