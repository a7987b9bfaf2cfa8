/* heap_binary.c - a binary heap.
 *
 * scene: heap
 * time: log n
 */
#include "heap.h"

static unsigned items[1 << 20];
static unsigned count;

void push(unsigned x)
{
    unsigned at = ++count;
    for (; at > 1 && items[at / 2] > x; at /= 2)
        items[at] = items[at / 2];
    items[at] = x;
}
unsigned pop(void)
{
    unsigned least = items[1], last = items[count--], at = 1;
    for (unsigned child; (child = 2 * at) <= count; at = child) {
        if (child < count && items[child + 1] < items[child])
            child++;
        if (items[child] >= last)
            break;
        items[at] = items[child];
    }
    items[at] = last;
    return least;
}
