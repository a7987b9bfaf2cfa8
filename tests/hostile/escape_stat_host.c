/* hostile: asks whether a host file exists, by the empty-path form of stat
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    static const char *const paths[] = { "/etc/passwd", "/proc/1/status", "/usr/bin/gcc" };
    struct stat st;
    for (int i = 0; i < 3; i++)
        if (syscall(SYS_newfstatat, -100, paths[i], &st, 0x1000) == 0)
            puts("ESCAPED");
    for (int i = 0; i < 3; i++)
        if (syscall(SYS_newfstatat, 0, paths[i], &st, 0x1000) == 0)
            puts("ESCAPED");
    return syscall(SYS_newfstatat, 0, "", &st, 0x1000) == 0 ? 3 : 4;
}
