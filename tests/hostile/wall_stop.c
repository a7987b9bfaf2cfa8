/* hostile: stops itself
 * limits: wall=300
 * accept: limit:idle
 * run: both
 */
#include <signal.h>

int main(void)
{
    raise(SIGSTOP);
    return 0;
}
