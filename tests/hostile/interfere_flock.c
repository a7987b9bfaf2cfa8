/* hostile: locks its output
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = flock(1, LOCK_EX);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
