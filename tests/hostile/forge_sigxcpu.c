/* hostile: sends itself SIGXCPU to look like something else
 * accept: signal:24
 * run: both
 */
#include <signal.h>

int main(void)
{
    raise(24);
    return 3;
}
