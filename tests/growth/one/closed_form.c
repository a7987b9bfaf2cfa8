/* closed_form.c - the sum of the first numbers by its formula; the digits that are read and printed are log n.
 *
 * scene: number
 * time: log n
 */
#include <stdio.h>

int main(void)
{
    long n;
    if (scanf("%ld", &n) != 1)
        return 1;
    printf("%ld\n", n * (n + 1) / 2);
}
