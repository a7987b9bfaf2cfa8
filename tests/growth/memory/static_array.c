/* static_array.c - a static array of a hundred thousand numbers.
 *
 * scene: numbers
 * time: n
 * heap: 1
 * static: 400000
 */
#include <stdio.h>

static int a[100000];

int main(void)
{
    int n;
    if (scanf("%d", &n) != 1)
        return 1;
    for (int i = 0; i < n; i++)
        if (scanf("%d", &a[i]) != 1)
            return 1;
    printf("%d\n", a[n / 2]);
}
