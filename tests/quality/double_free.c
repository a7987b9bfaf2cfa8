/* bad: two owners */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int *a = malloc(10 * sizeof *a);
    if (!a)
        return 1;
    a[0] = 1;
    int *b = a;
    printf("%d\n", a[0]);
    free(a);
    free(b); /* TRUE: memory */
    return 0;
}
