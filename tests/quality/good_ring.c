/* clean: a ring that grows, and a table of pointers: an empty ring has nothing to copy */
#include <stdio.h>
#include <stdlib.h>

struct ring {
    int *items;
    size_t room, first, length;
};

struct table {
    struct ring **rings;
    size_t size;
};

static void grow(struct ring *ring)
{
    size_t room = ring->room ? ring->room * 2 : 2;
    int *items = malloc(room * sizeof *items);

    if (!items)
        abort();
    for (size_t i = 0; i < ring->length; i++)
        items[i] = ring->items[(ring->first + i) % ring->room];
    free(ring->items);
    ring->items = items;
    ring->room = room;
    ring->first = 0;
}

static void push(struct ring *ring, int item)
{
    if (ring->length == ring->room)
        grow(ring);
    ring->items[(ring->first + ring->length) % ring->room] = item;
    ring->length++;
}

int main(void)
{
    struct ring ring = { NULL, 0, 0, 0 };
    struct table table = { NULL, 16 };

    table.rings = calloc(table.size, sizeof *table.rings);
    if (!table.rings)
        return 1;
    table.rings[0] = &ring;
    for (int i = 0; i < 100; i++)
        push(table.rings[0], i);
    printf("%zu\n", ring.length);
    free(ring.items);
    free(table.rings);
    return 0;
}
