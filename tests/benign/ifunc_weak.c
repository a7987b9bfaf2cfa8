/* ifunc_weak.c - IFUNC resolvers, weak symbols and aliases.
 *
 * expect: exit 0
 * compilers: gcc
 */
#include <stdio.h>

static int plain(int x)
{
    return x + 1;
}

static int fast(int x)
{
    return x + 2;
}

static int (*choose(void))(int)
{
    __builtin_cpu_init();
    return __builtin_cpu_supports("sse2") ? fast : plain;
}

int step(int x) __attribute__((ifunc("choose")));
extern int missing(void) __attribute__((weak));
int present(void) __attribute__((weak));

int present(void)
{
    return 5;
}

int other(void) __attribute__((alias("present")));

int main(void)
{
    printf("%d %d %d %d\n", step(40), missing != NULL, present(), other());
    return 0;
}
