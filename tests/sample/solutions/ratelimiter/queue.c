#include "queue.h"

#include <stdlib.h>

static void grow(struct queue *q)
{
    size_t room = q->room ? q->room * 2 : 2;
    uint64_t *times = malloc(room * sizeof *times);

    if (!times)
        abort();
    for (size_t i = 0; i < q->length; i++)
        times[i] = q->times[(q->first + i) % q->room];
    free(q->times);
    q->times = times;
    q->room = room;
    q->first = 0;
}

void queue_push(struct queue *q, uint64_t time)
{
    if (q->length == q->room)
        grow(q);
    q->times[(q->first + q->length) % q->room] = time;
    q->length++;
}

void queue_pop(struct queue *q)
{
    q->first = (q->first + 1) % q->room;
    q->length--;
}

uint64_t queue_front(const struct queue *q)
{
    return q->times[q->first];
}

void queue_clear(struct queue *q)
{
    free(q->times);
    q->times = NULL;
    q->first = q->length = q->room = 0;
}
