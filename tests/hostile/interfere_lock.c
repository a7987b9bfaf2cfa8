/* hostile: locks its input, which others read
 * accept: exit:3
 * run: both
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = fcntl(0, F_SETLEASE, F_RDLCK);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
