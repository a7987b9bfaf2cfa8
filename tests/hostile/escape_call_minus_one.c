/* hostile: a system call with the number -1
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(-1);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
