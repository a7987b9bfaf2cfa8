/* hostile: closes its descriptors and ends well
 * accept: exit:0
 * runs: 3
 * run: both
 */
#include <unistd.h>

int main(void)
{
    for (int fd = 0; fd < 16; fd++)
        close(fd);
    return 0;
}
