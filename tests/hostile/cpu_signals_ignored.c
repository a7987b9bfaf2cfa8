/* hostile: ignores and blocks every signal, then computes
 * limits: cpu=100
 * accept: limit:cpu
 * run: both
 */
#include <signal.h>

int main(void)
{
    sigset_t all;
    sigfillset(&all);
    for (int number = 1; number < 65; number++)
        signal(number, SIG_IGN);
    sigprocmask(SIG_SETMASK, &all, 0);
    for (volatile unsigned i = 0;; i++)
        ;
}
