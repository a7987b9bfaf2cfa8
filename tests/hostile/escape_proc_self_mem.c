/* hostile: opens its own memory as a file
 * accept: exit:3
 * run: both
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = open("/proc/self/mem", O_RDWR);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
