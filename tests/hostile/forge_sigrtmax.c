/* hostile: sends itself SIGRTMAX to look like something else
 * accept: signal:64
 * run: both
 */
#include <signal.h>

int main(void)
{
    raise(64);
    return 3;
}
