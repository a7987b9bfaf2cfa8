/* hostile: copies a descriptor beyond its number
 * accept: exit:3
 * run: both
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = fcntl(1, F_DUPFD, 200);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
