/* bad: the old block is lost when there is no more memory */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    size_t count = 0, room = 4;
    int x, *values = malloc(room * sizeof *values);
    if (!values)
        return 1;
    while (scanf("%d", &x) == 1) {
        if (count == room) {
            room *= 2;
            values = realloc(values, room * sizeof *values); /* TRUE: error handling */
            if (!values)
                return 1;
        }
        values[count++] = x;
    }
    printf("%zu\n", count);
    free(values);
    return 0;
}
