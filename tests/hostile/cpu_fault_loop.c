/* hostile: a handler for SIGSEGV that returns to the fault
 * limits: cpu=100
 * accept: limit:cpu
 * run: both
 */
#include <signal.h>

static void handle(int number)
{
    (void)number;
}

int main(void)
{
    signal(SIGSEGV, handle);
    *(volatile int *)8 = 1;
    return 0;
}
