/* heap_by_realloc.c - realloc by a half more each time.
 *
 * scene: numbers
 * time: n
 * heap: n
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int n, x, count = 0, room = 0, *a = NULL;
    if (scanf("%d", &n) != 1)
        return 1;
    while (scanf("%d", &x) == 1) {
        if (count == room)
            a = realloc(a, (size_t)(room += room / 8 + 4) * sizeof *a);
        a[count++] = x;
    }
    printf("%d\n", a[n / 2]);
    free(a);
}
