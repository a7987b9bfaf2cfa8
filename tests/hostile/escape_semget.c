/* hostile: leaves System V semaphores behind
 * accept: denied:semget
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_semget, 0x686f7374, 1, 01666);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
