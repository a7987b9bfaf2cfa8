/* array_doubling.c - an array that doubles, with realloc.
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
    if (count == room)
        items = realloc(items, (size_t)(room = room ? 2 * room : 8) * sizeof *items);
    items[count++] = x;
}
int at(int i)
{
    return items[i];
}
