/* realloc_growth.c - an array that doubles up to a hundred megabytes.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    size_t room = 1, count = 0, wanted = 100u << 18;
    int *numbers = NULL;
    while (count < wanted) {
        if (count + 1 >= room || !numbers) {
            room *= 2;
            int *more = realloc(numbers, room * sizeof *numbers);
            if (!more)
                return 1;
            numbers = more;
        }
        numbers[count] = (int)(count * 3);
        count++;
    }
    unsigned sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (unsigned)numbers[i];
    printf("%zu %u\n", count, sum);
    free(numbers);
    return 0;
}
