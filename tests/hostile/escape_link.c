/* hostile: leaves a hard link
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = link("/etc/passwd", "/tmp/hostile-hard");
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
