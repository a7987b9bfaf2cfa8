/* stack_smash.c - the stack protector finds an overrun.
 *
 * expect: signal 6
 * flags: -fstack-protector-all -U_FORTIFY_SOURCE
 */
#include <stdio.h>
#include <string.h>

__attribute__((noinline)) static int fill(volatile char *at, int count)
{
    for (int i = 0; i < count; i++)
        at[i] = 'A';
    return at[0];
}

__attribute__((noinline)) static int smash(int count)
{
    char small[8];
    return fill(small, count);
}

int main(int argc, char **argv)
{
    (void)argv;
    return smash(40 + argc);
}
