/* hostile: catches SIGXCPU and goes on
 * limits: cpu=100
 * accept: limit:cpu
 * run: both
 */
#include <signal.h>

static void again(int number)
{
    signal(number, again);
}

int main(void)
{
    signal(SIGXCPU, again);
    for (volatile unsigned i = 0;; i++)
        ;
}
