/* hostile: stays in the kernel for ever
 * limits: cpu=100
 * accept: limit:cpu
 * run: both
 */
#include <unistd.h>

int main(void)
{
    for (;;)
        lseek(0, 0, SEEK_SET);
}
