/* raise_default.c - raise with nobody to catch.
 *
 * expect: signal 15
 */
#include <signal.h>
#include <stdio.h>

int main(void)
{
    puts("goodbye");
    fflush(stdout);
    raise(SIGTERM);
    return 0;
}
