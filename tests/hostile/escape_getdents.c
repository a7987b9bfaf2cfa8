/* hostile: lists the folder it was started in
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_getdents64, 0, (char[1024]){ 0 }, 1024);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
