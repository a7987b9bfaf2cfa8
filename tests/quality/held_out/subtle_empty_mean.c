/* rolling mean and a random sample of sensor values */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define WINDOW 8

struct rolling {
    int values[WINDOW];
    int next;
    int filled;
};

static void rolling_add(struct rolling *r, int value)
{
    r->values[r->next] = value;
    r->next = (r->next + 1) % WINDOW;
    if (r->filled < WINDOW)
        r->filled++;
}

static int rolling_mean(const struct rolling *r)
{
    int sum = 0;
    for (int i = 0; i < r->filled; i++)
        sum += r->values[i]; /* ALSO: memory */
    return sum / r->filled; /* TRUE: memory */
}

static int rolling_pick(const struct rolling *r)
{
    return r->values[rand() % r->filled]; /* TRUE: memory */
}

int main(void)
{
    struct rolling r = { { 0 }, 0, 0 };
    int value;

    srand((unsigned)time(NULL));
    while (scanf("%d", &value) == 1)
        if (value >= 0)
            rolling_add(&r, value);
    printf("mean %d, one of them %d\n", rolling_mean(&r), rolling_pick(&r));
    return 0;
}
