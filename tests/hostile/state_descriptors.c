/* hostile: looks for descriptors that it was not given
 * accept: exit:0
 * runs: 4
 * run: both
 */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    for (int fd = 3; fd < 70000; fd++)
        if (fcntl(fd, F_GETFL) >= 0) {
            printf("ESCAPED %d\n", fd);
            return 4;
        }
    close(0);
    return 0;
}
