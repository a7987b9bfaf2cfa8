/* hostile: sends itself SIGSEGV to look like something else
 * accept: signal:11
 * run: both
 */
#include <signal.h>

int main(void)
{
    raise(11);
    return 3;
}
