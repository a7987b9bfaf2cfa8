/* bad: the block grows and is used at once: one slip, said once */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int *values = NULL, value;
    size_t count = 0, room = 0;
    while (scanf("%d", &value) == 1) {
        if (count == room) {
            room = room > 0 ? 2 * room : 16;
            values = realloc(values, room * sizeof *values); /* TRUE: error handling */
        }
        values[count++] = value;
    }
    for (size_t i = count; i-- > 0;)
        printf("%d\n", values[i]);
    free(values);
    return 0;
}
