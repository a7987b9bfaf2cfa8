/* array_by_copy.c - an array that grows by half, copied by hand.
 *
 * scene: list
 * time: 1
 */
#include "list.h"
#include <stdlib.h>

static int *items;
static int count, room;

void append(int x)
{
    if (count == room) {
        int *more = malloc((size_t)(room += room / 2 + 8) * sizeof *more);
        for (int i = 0; i < count; i++)
            more[i] = items[i];
        free(items);
        items = more;
    }
    items[count++] = x;
}
int at(int i)
{
    return items[i];
}
