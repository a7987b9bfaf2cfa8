/* hostile: has the kernel make random bytes for ever
 * limits: cpu=100
 * accept: limit:cpu
 * run: both
 */
#include <sys/random.h>

static char bytes[1 << 20];

int main(void)
{
    for (;;)
        if (getrandom(bytes, sizeof bytes, 0) < 0)
            return 4;
}
