/* hostile: a dynamic program, which may open libraries, opens a file in a home folder
 * accept: exit:3
 * run: dynamic
 */
#include <fcntl.h>
#include <stdio.h>

int main(void)
{
    if (open("/root/.bashrc", O_RDONLY) >= 0)
        puts("ESCAPED");
    return 3;
}
