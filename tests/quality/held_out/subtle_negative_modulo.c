/* a deque in a ring; and a hash of words by their bytes */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROOM 128

typedef struct {
    int items[ROOM];
    int front;
    int count;
} Deque;

static int push_front(Deque *d, int value)
{
    if (d->count == ROOM)
        return -1;
    d->front = (d->front - 1) % ROOM; /* ALSO: memory */
    d->items[d->front] = value; /* TRUE: memory */
    d->count++;
    return 0;
}

static int push_back(Deque *d, int value)
{
    if (d->count == ROOM)
        return -1;
    d->items[(d->front + d->count) % ROOM] = value; /* ALSO: memory */
    d->count++;
    return 0;
}

static int bucket(const char *word)
{
    int h = 0;
    while (*word)
        h = h * 31 + *word++; /* TRUE: memory */
    return abs(h) % ROOM; /* TRUE: memory */
}

int main(void)
{
    static int seen[ROOM];
    Deque d = { .count = 0 };
    char word[32];

    while (scanf("%31s", word) == 1) {
        int b = bucket(word);
        int full = seen[b]++ % 2 == 0 ? push_front(&d, b) : push_back(&d, b); /* ALSO: memory */
        if (full != 0)
            break;
    }
    printf("%d %d\n", d.count, d.items[0]);
    return 0;
}
