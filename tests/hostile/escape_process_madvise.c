/* hostile: pages out the memory of another process
 * accept: denied:process_madvise
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_process_madvise, 0, 0, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
