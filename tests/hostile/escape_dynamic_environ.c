/* hostile: a dynamic program, which may open libraries, opens its environment
 * accept: exit:3
 * run: dynamic
 */
#include <fcntl.h>
#include <stdio.h>

int main(void)
{
    if (open("/proc/self/environ", O_RDONLY) >= 0)
        puts("ESCAPED");
    return 3;
}
