/* hostile: walks the file system
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = chdir("/");
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
