/* abort_caught.c - SIGABRT caught, and it ends all the same.
 *
 * expect: signal 6
 */
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static void on_abort(int number)
{
    (void)number;
    write(1, "aborting\n", 9);
}

int main(void)
{
    signal(SIGABRT, on_abort);
    abort();
}
