/* hostile: stops the first process
 * accept: denied:kill
 * run: both
 */
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = kill(1, SIGSTOP);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
