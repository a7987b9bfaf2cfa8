/* hostile: clones a tree of mounts
 * accept: denied:open_tree
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_open_tree, -100, "/", 1);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
