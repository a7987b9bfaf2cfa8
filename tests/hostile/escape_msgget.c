/* hostile: leaves a System V message queue behind
 * accept: denied:msgget
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_msgget, 0x686f7374, 01666);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
