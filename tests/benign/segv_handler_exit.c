/* segv_handler_exit.c - a handler that reports and leaves.
 *
 * expect: exit 42
 */
#include <signal.h>
#include <unistd.h>

static void on_segv(int number)
{
    (void)number;
    write(2, "crashed\n", 8);
    _exit(42);
}

int main(void)
{
    signal(SIGSEGV, on_segv);
    *(volatile int *volatile)8 = 1;
    return 0;
}
