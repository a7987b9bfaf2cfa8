/* hostile: opens by the newest call
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_openat2, -100, "/etc/passwd", (long[3]){ 0 }, 24);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
