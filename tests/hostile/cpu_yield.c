/* hostile: gives its time away for ever
 * limits: cpu=20 wall=5000
 * accept: limit:cpu|limit:idle|limit:wall
 * run: both
 * varies: on a busy machine others take what it gives away
 */
#include <sched.h>

int main(void)
{
    for (;;)
        sched_yield();
}
