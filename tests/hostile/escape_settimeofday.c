/* hostile: changes the clock
 * accept: denied:settimeofday
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_settimeofday, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
