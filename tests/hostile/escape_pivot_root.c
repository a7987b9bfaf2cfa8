/* hostile: changes the root file system
 * accept: denied:pivot_root
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_pivot_root, ".", ".");
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
