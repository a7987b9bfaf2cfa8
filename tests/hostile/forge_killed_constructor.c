/* hostile: kills itself in a constructor, so that it looks like our fault
 * accept: signal:9
 * runs: 3
 * run: both
 */
#include <signal.h>
#include <unistd.h>

__attribute__((constructor)) static void first(void)
{
    kill(getpid(), SIGKILL);
}

int main(void)
{
    return 1;
}
