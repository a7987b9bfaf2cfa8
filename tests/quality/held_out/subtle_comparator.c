/* sorts events by time, then by priority, biggest first */
#include <stdio.h>
#include <stdlib.h>

enum { EVENTS_MAX = 10000 };

struct event {
    int time;
    int priority;
};

static int compare_events(const void *left, const void *right)
{
    const struct event *a = left;
    const struct event *b = right;
    if (a->time == b->time)
        return b->priority - a->priority; /* TRUE: memory */
    return a->time - b->time; /* TRUE: memory */
}

static int find_first_after(const struct event *events, int n, int time)
{
    int low = 0, high = n;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (events[middle].time <= time)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int main(void)
{
    static struct event events[EVENTS_MAX];
    int n = 0;

    while (n < EVENTS_MAX && scanf("%d %d", &events[n].time, &events[n].priority) == 2)
        n++;
    qsort(events, (size_t)n, sizeof events[0], compare_events);
    for (int i = find_first_after(events, n, 0); i < n; i++)
        printf("%d %d\n", events[i].time, events[i].priority);
    return 0;
}
