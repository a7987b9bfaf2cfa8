/* hostile: a dynamic program, which may open libraries, opens the users of the host
 * accept: exit:3
 * run: dynamic
 */
#include <fcntl.h>
#include <stdio.h>

int main(void)
{
    if (open("/etc/passwd", O_RDONLY) >= 0)
        puts("ESCAPED");
    return 3;
}
