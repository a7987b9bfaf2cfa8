/* hostile: makes its input non-blocking, for all who share it
 * accept: exit:3
 * run: both
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = fcntl(0, F_SETFL, O_NONBLOCK);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
