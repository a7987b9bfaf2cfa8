/* hostile: a system call with a number beyond the table
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(100000);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
