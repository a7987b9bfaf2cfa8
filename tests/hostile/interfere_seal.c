/* hostile: seals its output, so that the grader can't use it
 * accept: exit:3
 * run: both
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = fcntl(1, 1033, 0xf);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
