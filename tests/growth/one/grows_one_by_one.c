/* grows_one_by_one.c - realloc for each number: size classes make it cheap.
 *
 * scene: numbers
 * time: n
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int n, x, count = 0, *a = NULL;
    if (scanf("%d", &n) != 1)
        return 1;
    while (scanf("%d", &x) == 1) {
        a = realloc(a, (size_t)(count + 1) * sizeof *a);
        a[count++] = x;
    }
    printf("%d\n", a[n / 2]);
    free(a);
}
