/* big_local_array.c - a local array of fifty megabytes.
 *
 * expect: exit 0
 */
#include <stdio.h>

int main(void)
{
    int numbers[13000000];
    long sum = 0;
    for (int i = 0; i < 13000000; i++)
        numbers[i] = i;
    for (int i = 0; i < 13000000; i += 13)
        sum += numbers[i];
    printf("%ld\n", sum);
    return 0;
}
