/* double_free.c - the C library finds a double free.
 *
 * expect: signal 6
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *volatile p = malloc(50);
    setbuf(stdout, NULL);
    puts("before");
    free(p);
    free(p);
    puts("after");
    return 0;
}
