/* hostile: executes itself again by /proc
 * accept: denied:execve
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = execve("/proc/self/exe", (char *[]){ "x", 0 }, (char *[]){ 0 });
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
