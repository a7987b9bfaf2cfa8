/* hostile: sends itself SIGTERM to look like something else
 * accept: signal:15
 * run: both
 */
#include <signal.h>

int main(void)
{
    raise(15);
    return 3;
}
