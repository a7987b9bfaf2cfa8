/* hostile: writes a program into memory to execute it
 * accept: denied:memfd_create
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_memfd_create, "x", 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
