/* hostile: tunes the clock
 * accept: denied:adjtimex
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_adjtimex, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
