/* bad: malloc does not clear */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int *counts = malloc(10 * sizeof *counts);
    if (!counts)
        return 1;
    counts[3]++; /* TRUE: memory */
    printf("%d\n", counts[3]); /* ALSO: memory */
    free(counts);
    return 0;
}
