/* hostile: opens a host file by its handle
 * accept: denied:open_by_handle_at
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_open_by_handle_at, -100, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
