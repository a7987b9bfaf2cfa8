/* sorted_array_heap.c - keeps an array in order with memmove.
 *
 * scene: heap
 * time: n
 */
#include "heap.h"
#include <string.h>

static unsigned items[1 << 20];
static unsigned count;

void push(unsigned x)
{
    unsigned low = 0, high = count;
    while (low < high)
        if (items[(low + high) / 2] > x)
            low = (low + high) / 2 + 1;
        else
            high = (low + high) / 2;
    memmove(items + low + 1, items + low, (count - low) * sizeof *items);
    items[low] = x;
    count++;
}
unsigned pop(void)
{
    return items[--count];
}
