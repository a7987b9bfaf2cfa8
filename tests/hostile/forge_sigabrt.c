/* hostile: sends itself SIGABRT to look like something else
 * accept: signal:6
 * run: both
 */
#include <signal.h>

int main(void)
{
    raise(6);
    return 3;
}
