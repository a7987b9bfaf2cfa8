/* hostile: leaves signals blocked, ignored and handled
 * accept: exit:0
 * runs: 4
 * run: both
 */
#include <signal.h>

int main(void)
{
    sigset_t now, all;
    struct sigaction old;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &now);
    for (int number = 1; number < 65; number++) {
        if (sigismember(&now, number) == 1)
            return number;
        if (sigaction(number, 0, &old) == 0 && old.sa_handler != SIG_DFL)
            return 100 + number;
        signal(number, SIG_IGN);
    }
    return 0;
}
