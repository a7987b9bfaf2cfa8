/* hostile: becomes group root
 * accept: denied:setgid
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_setgid, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
