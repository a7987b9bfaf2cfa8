/* hostile: unloads a kernel module
 * accept: denied:delete_module
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_delete_module, "x", 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
