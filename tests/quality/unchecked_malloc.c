/* bad: nobody looks whether there was memory */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int n = 100;
    int *a = malloc((size_t)n * sizeof *a); /* TRUE: error handling */
    for (int i = 0; i < n; i++)
        a[i] = i;
    printf("%d\n", a[n - 1]);
    free(a);
    return 0;
}
