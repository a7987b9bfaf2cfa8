/* hostile: has the kernel signal another process by F_SETOWN
 * accept: exit:3
 * run: both
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = fcntl(0, F_SETOWN, 1);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
