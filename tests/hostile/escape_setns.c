/* hostile: joins the namespaces of another process
 * accept: denied:setns
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_setns, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
