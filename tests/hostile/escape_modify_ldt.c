/* hostile: makes a segment of its own
 * accept: denied:modify_ldt
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_modify_ldt, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
