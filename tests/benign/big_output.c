/* big_output.c - ten megabytes of output by printf.
 *
 * expect: exit 0
 */
#include <stdio.h>

int main(void)
{
    for (int i = 0; i < 1200000; i++)
        printf("%d\n", i * 7);
    return 0;
}
