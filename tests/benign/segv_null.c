/* segv_null.c - a null pointer ends it by SIGSEGV.
 *
 * expect: signal 11
 */
#include <stddef.h>
#include <stdio.h>

int main(void)
{
    printf("before\n");
    fflush(stdout);
    volatile int *volatile nothing = NULL;
    *nothing = 1;
    return 0;
}
