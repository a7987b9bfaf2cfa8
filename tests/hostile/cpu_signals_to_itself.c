/* hostile: sends itself signals for ever
 * limits: cpu=20 wall=30000
 * accept: limit:cpu
 * run: both
 */
#include <signal.h>

int main(void)
{
    signal(SIGUSR1, SIG_IGN);
    for (;;)
        raise(SIGUSR1);
}
