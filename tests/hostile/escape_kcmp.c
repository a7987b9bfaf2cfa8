/* hostile: compares kernel addresses with another process
 * accept: denied:kcmp
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_kcmp, 1, 1, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
