/* hostile: kills a process group by its number
 * accept: denied:kill
 * run: both
 */
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = kill(-2, 9);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
