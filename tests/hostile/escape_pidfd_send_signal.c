/* hostile: kills through a process handle
 * accept: denied:pidfd_send_signal
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_pidfd_send_signal, 0, 9, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
