/* nested_functions.c - nested functions of GNU C, which need an executable stack.
 *
 * expect: exit 0
 * compilers: gcc
 */
#include <stdio.h>
#include <stdlib.h>

static void apply(int *v, int n, int (*f)(int))
{
    for (int i = 0; i < n; i++)
        v[i] = f(v[i]);
}

int main(void)
{
    int factor = 3, calls = 0, v[] = { 1, 2, 3, 4 };
    int scale(int x)
    {
        calls++;
        return x * factor;
    }
    int compare(const void *a, const void *b)
    {
        calls++;
        return *(const int *)b - *(const int *)a;
    }
    apply(v, 4, scale);
    qsort(v, 4, sizeof v[0], compare);
    printf("%d %d %d %d %d\n", v[0], v[1], v[2], v[3], calls > 4);
    return 0;
}
