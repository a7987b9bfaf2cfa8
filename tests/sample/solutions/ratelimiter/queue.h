/* A growing ring buffer of times: admissions of one client, oldest first. */
#ifndef QUEUE_H
#define QUEUE_H

#include <stddef.h>
#include <stdint.h>

struct queue {
    uint64_t *times;
    size_t first, length, room;
};

void queue_push(struct queue *q, uint64_t time);
void queue_pop(struct queue *q);
uint64_t queue_front(const struct queue *q);
void queue_clear(struct queue *q);

#endif
