/* hostile: leaves System V shared memory behind
 * accept: denied:shmget
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_shmget, 0x686f7374, 4096, 01666);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
