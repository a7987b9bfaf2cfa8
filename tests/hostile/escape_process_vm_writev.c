/* hostile: writes to the memory of the supervisor
 * accept: denied:process_vm_writev
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_process_vm_writev, 1, 0, 0, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
