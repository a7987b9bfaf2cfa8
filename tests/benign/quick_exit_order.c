/* quick_exit_order.c - quick_exit and its own functions.
 *
 * expect: exit 5
 */
#include <stdio.h>
#include <stdlib.h>

static void say(void)
{
    puts("quick");
    fflush(stdout);
}

static void never(void)
{
    puts("never");
}

int main(void)
{
    atexit(never);
    at_quick_exit(say);
    at_quick_exit(say);
    quick_exit(5);
}
