/* hostile: a dynamic program, which may open libraries, opens the first process
 * accept: exit:3
 * run: dynamic
 */
#include <fcntl.h>
#include <stdio.h>

int main(void)
{
    if (open("/proc/1/status", O_RDONLY) >= 0)
        puts("ESCAPED");
    return 3;
}
