/* hostile: a dynamic program, which may open libraries, opens the passwords
 * accept: exit:3
 * run: dynamic
 */
#include <fcntl.h>
#include <stdio.h>

int main(void)
{
    if (open("/etc/shadow", O_RDONLY) >= 0)
        puts("ESCAPED");
    return 3;
}
