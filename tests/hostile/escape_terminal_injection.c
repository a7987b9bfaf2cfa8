/* hostile: types into the terminal of the grader
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = ioctl(0, TIOCSTI, "x");
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
