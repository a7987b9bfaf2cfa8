/* abort_signal.c - abort ends it by SIGABRT.
 *
 * expect: signal 6
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    printf("before\n");
    fflush(stdout);
    abort();
}
