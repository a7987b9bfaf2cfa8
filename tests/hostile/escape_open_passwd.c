/* hostile: reads a file of the host
 * accept: exit:3
 * run: both
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = open("/etc/passwd", O_RDONLY);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
