/* hostile: a dynamic program opens a library for writing
 * accept: exit:3
 * run: dynamic
 */
#include <fcntl.h>
#include <stdio.h>

int main(void)
{
    if (open("/usr/lib/x86_64-linux-gnu/libc.so.6", O_RDWR) >= 0 ||
        open("/tmp/hostile-dynamic", O_RDWR | O_CREAT, 0666) >= 0 ||
        open("/usr/lib", O_RDONLY | O_TMPFILE, 0666) >= 0 || open("/usr", O_PATH) >= 0)
        puts("ESCAPED");
    return 3;
}
