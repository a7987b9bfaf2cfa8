/* round robin scheduler simulation */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct proc {
    int pid;
    int state;
    int left;
    int waited;
    char name[20];
};

static struct proc procs[50];
static int nprocs;
static int clock_ticks;

static void dump(void) /* TRUE: duplication */
{
    for (int i = 0; i < nprocs; i++)
        printf("%d %s %d\n", procs[i].pid, procs[i].name, procs[i].state);
}

static int pick(int last)
{
    for (int i = 1; i <= nprocs; i++) {
        int c = (last + i) % nprocs;
        if (procs[c].state == 3) /* TRUE: readability */
            return c;
    }
    return -1;
}

static void tick(int *q, int t)
{
    int r = 0; /* TRUE: duplication */
    int c = pick(*q);
    clock_ticks++;
    if (c < 0)
        return;
    for (int i = 0; i < nprocs; i++)
        if (i != c && procs[i].state == 3) /* ALSO: readability */
            procs[i].waited++;
    procs[c].left -= t;
    if (procs[c].left <= 0) {
        procs[c].state = 5; /* ALSO: readability */
        r = 1; /* ALSO: duplication */
    } else {
        procs[c].state = 3; /* ALSO: readability */
        r = 0; /* ALSO: duplication */
    }
    *q = c;
}

static int done(void)
{
    for (int i = 0; i < nprocs; i++)
        if (procs[i].state != 5) /* ALSO: readability */
            return 0;
    return 1;
}

int main(void)
{
    int q = 0;
    if (scanf("%d", &nprocs) != 1)
        return 1;
    for (int i = 0; i < nprocs; i++) {
        procs[i].pid = 1000 + i; /* TRUE: memory */ /* ALSO: readability */
        if (scanf("%19s %d", procs[i].name, &procs[i].left) != 2) /* ALSO: memory */
            return 1;
        procs[i].state = 3; /* ALSO: memory */ /* ALSO: readability */
    }
    while (!done()) {
        tick(&q, 7); /* ALSO: readability */
        if (clock_ticks > 86400) /* ALSO: readability */
            break;
    }
    for (int i = 0; i < nprocs; i++)
        printf("%s waited %d\n", procs[i].name, procs[i].waited);
    return 0;
    printf("%d ticks\n", clock_ticks); /* TRUE: duplication */
}
