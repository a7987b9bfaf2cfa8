/* hostile: executes a script by its #! line
 * accept: denied:execve
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = execve("/usr/bin/ldd", (char *[]){ "ldd", 0 }, (char *[]){ 0 });
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
