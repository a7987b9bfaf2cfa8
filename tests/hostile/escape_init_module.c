/* hostile: loads a kernel module
 * accept: denied:init_module
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_init_module, 0, 0, "");
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
