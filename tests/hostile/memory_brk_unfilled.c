/* hostile: moves the break as far as it goes and gives up
 * limits: memory=32
 * accept: exit:1|limit:memory
 * run: both
 */
#include <unistd.h>

int main(void)
{
    while (sbrk(65536) != (void *)-1)
        ;
    return 1;
}
