/* copy_each_time.c - copies all to append one: n for each operation.
 *
 * scene: list
 * time: n
 */
#include "list.h"
#include <stdlib.h>
#include <string.h>

static int *items;
static int count;

void append(int x)
{
    int *more = malloc((size_t)(count + 1) * sizeof *more);
    if (count)
        memcpy(more, items, (size_t)count * sizeof *more);
    free(items);
    items = more;
    items[count++] = x;
}
int at(int i)
{
    return items[i];
}
