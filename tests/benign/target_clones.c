/* target_clones.c - a function built for several processors.
 *
 * expect: exit 0
 * compilers: gcc
 */
#include <stdio.h>

__attribute__((target_clones("avx2", "default"))) static int dot(const int *a, const int *b, int n)
{
    int sum = 0;
    for (int i = 0; i < n; i++)
        sum += a[i] * b[i];
    return sum;
}

int main(void)
{
    static int a[1000], b[1000];
    for (int i = 0; i < 1000; i++) {
        a[i] = i;
        b[i] = 1000 - i;
    }
    printf("%d\n", dot(a, b, 1000));
    return 0;
}
