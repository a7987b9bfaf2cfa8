/* hostile: sends itself SIGUSR1 to look like something else
 * accept: signal:10
 * run: both
 */
#include <signal.h>

int main(void)
{
    raise(10);
    return 3;
}
