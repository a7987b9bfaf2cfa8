/* hostile: sleeps with every signal blocked
 * limits: wall=300
 * accept: limit:idle
 * run: both
 */
#include <signal.h>
#include <unistd.h>

int main(void)
{
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, 0);
    for (;;)
        sleep(1000);
}
