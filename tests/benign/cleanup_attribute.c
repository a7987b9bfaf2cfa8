/* cleanup_attribute.c - variables that clean up after themselves.
 *
 * expect: exit 0
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

static void release(char **p)
{
    printf("free %s\n", *p);
    free(*p);
}

static int work(int n)
{
    __attribute__((cleanup(release))) char *text = NULL;
    if (asprintf(&text, "block %d", n) < 0)
        return -1;
    if (n == 2)
        return 2;
    printf("work %d\n", n);
    return n;
}

int main(void)
{
    return work(1) + work(2) != 3;
}
