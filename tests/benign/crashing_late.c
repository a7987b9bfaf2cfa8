/* crashing_late.c - a crash after output that was flushed and output that was not.
 *
 * expect: signal 11
 */
#include <stdio.h>

int main(void)
{
    printf("flushed\n");
    fflush(stdout);
    printf("lost");
    fprintf(stderr, "error output\n");
    volatile int *volatile p = (int *)8;
    return *p;
}
