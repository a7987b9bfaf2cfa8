/* hostile: leaves POSIX shared memory behind
 * accept: exit:3
 * run: both
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = shm_open("/hostile-left", O_CREAT | O_RDWR, 0666);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
