/* big_static_array.c - 150 MB of static data.
 *
 * expect: exit 0
 */
#include <stdio.h>

static int table[39000000];

int main(void)
{
    for (int i = 0; i < 39000000; i += 3)
        table[i] = i;
    long sum = 0;
    for (int i = 0; i < 39000000; i += 997)
        sum += table[i];
    printf("%ld\n", sum);
    return 0;
}
