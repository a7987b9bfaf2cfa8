/* hostile: works a little and sleeps a little, to stay below the CPU limit
 * limits: wall=600 cpu=5000
 * accept: limit:wall|limit:idle
 * run: both
 * varies: idle where others leave it less than a tenth of the time
 */
#include <time.h>

int main(void)
{
    for (;;) {
        struct timespec nap = { 0, 1000000 };
        clock_t until = clock() + CLOCKS_PER_SEC / 500;
        while (clock() < until)
            ;
        nanosleep(&nap, 0);
    }
}
