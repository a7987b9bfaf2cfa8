/* hostile: moves a mount to another place
 * accept: denied:move_mount
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_move_mount, -1, "", -100, "/", 4);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
