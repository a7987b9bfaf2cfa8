/* hostile: forks by the old call
 * accept: denied:fork
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    if (syscall(SYS_fork) == 0)
        puts("ESCAPED");
    return 3;
}
