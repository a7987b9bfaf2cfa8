/* hostile: starts a shell
 * accept: denied:execve
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = execve("/bin/sh", (char *[]){ "sh", "-c", "echo ESCAPED", 0 }, (char *[]){ 0 });
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
