/* hostile: sends itself SIGKILL to look like something else
 * accept: signal:9
 * run: both
 */
#include <signal.h>

int main(void)
{
    raise(9);
    return 3;
}
