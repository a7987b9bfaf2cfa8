/* hostile: leaves a symbolic link
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = symlink("/etc/passwd", "/tmp/hostile-link");
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
