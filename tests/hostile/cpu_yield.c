/* hostile: gives its time away for ever
 * limits: cpu=100
 * accept: limit:cpu
 * run: both
 */
#include <sched.h>

int main(void)
{
    for (;;)
        sched_yield();
}
