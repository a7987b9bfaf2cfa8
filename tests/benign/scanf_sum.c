/* scanf_sum.c - numbers by scanf until the end of the input.
 *
 * expect: exit 0
 * stdin: 1 2 3\n4\n\n  5 -6\t7
 */
#include <stdio.h>

int main(void)
{
    long long sum = 0;
    int number, count = 0;
    while (scanf("%d", &number) == 1) {
        sum += number;
        count++;
    }
    printf("%d numbers, sum %lld\n", count, sum);
    return 0;
}
