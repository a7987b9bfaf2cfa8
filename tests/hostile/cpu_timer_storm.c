/* hostile: a timer signal every microsecond
 * limits: cpu=100
 * accept: limit:cpu
 * run: both
 */
#include <signal.h>
#include <sys/time.h>

static void handle(int number)
{
    (void)number;
}

int main(void)
{
    struct itimerval often = { { 0, 1 }, { 0, 1 } };
    signal(SIGALRM, handle);
    setitimer(ITIMER_REAL, &often, 0);
    for (volatile unsigned i = 0;; i++)
        ;
}
