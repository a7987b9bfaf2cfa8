/* clean: an array that grows */
#include <stdio.h>
#include <stdlib.h>

struct numbers {
    long *at;
    size_t count, room;
};

static int add(struct numbers *numbers, long value)
{
    if (numbers->count == numbers->room) {
        size_t room = numbers->room ? 2 * numbers->room : 16;
        long *at = realloc(numbers->at, room * sizeof *at);
        if (!at)
            return 0;
        numbers->at = at;
        numbers->room = room;
    }
    numbers->at[numbers->count++] = value;
    return 1;
}

int main(void)
{
    struct numbers numbers = { NULL, 0, 0 };
    long value;
    while (scanf("%ld", &value) == 1)
        if (!add(&numbers, value)) {
            free(numbers.at);
            return 1;
        }
    printf("%zu\n", numbers.count);
    free(numbers.at);
    return 0;
}
