/* hostile: makes a FIFO where the grader may open it
 * accept: denied:mknodat
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_mknodat, -100, "/tmp/hostile-fifo", 0010666, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
