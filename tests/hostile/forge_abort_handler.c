/* hostile: catches the signal of abort
 * accept: signal:6
 * run: both
 */
#include <signal.h>
#include <stdlib.h>

static void handle(int number)
{
    (void)number;
}

int main(void)
{
    signal(SIGABRT, handle);
    abort();
}
