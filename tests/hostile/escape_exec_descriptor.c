/* hostile: executes a descriptor by execveat
 * accept: denied:execveat
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_execveat, 0, "", (char *[]){ "x", 0 }, (char *[]){ 0 }, 0x1000);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
