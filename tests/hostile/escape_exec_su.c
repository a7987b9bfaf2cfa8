/* hostile: starts a set-uid program
 * accept: denied:execve
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = execve("/usr/bin/su", (char *[]){ "su", 0 }, (char *[]){ 0 });
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
