/* hostile: opens its output again through /proc to read and write it
 * accept: exit:3
 * run: both
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = open("/proc/self/fd/1", O_RDWR);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
