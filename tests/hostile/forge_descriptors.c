/* hostile: writes a verdict to every descriptor
 * accept: exit:1
 * run: both
 */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    for (int fd = 3; fd < 1024; fd++)
        if (write(fd, "AC", 2) >= 0)
            puts("ESCAPED");
    return 1;
}
