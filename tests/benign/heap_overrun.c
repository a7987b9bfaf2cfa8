/* heap_overrun.c - the C library finds a broken heap.
 *
 * expect: signal 6
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    volatile char *a = malloc(2000);
    volatile char *b = malloc(2000);
    for (int i = 0; i < 2032; i++)
        a[i] = 'A';
    free((void *)b);
    free((void *)a);
    return 0;
}
