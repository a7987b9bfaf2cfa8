/* An order for n jobs so that each comes after those it needs (Kahn), smallest number first
 * among the free ones is not asked for: first come, first served. */

#include <stdio.h>
#include <stdlib.h>

struct need {
    int job;            /* the one that waits */
    struct need *next;
};

struct plan {
    int jobs;
    struct need **waiting; /* by job: who waits for it */
    int *open;             /* by job: needs not yet met */
    int *order;            /* doubles as the queue */
};

static void plan_free(struct plan *plan)
{
    if (plan->waiting != NULL) {
        for (int i = 0; i < plan->jobs; i++) {
            struct need *next;
            for (struct need *n = plan->waiting[i]; n != NULL; n = next) {
                next = n->next;
                free(n);
            }
        }
    }
    free(plan->waiting);
    free(plan->open);
    free(plan->order);
}

static int plan_init(struct plan *plan, int jobs)
{
    plan->jobs = jobs;
    plan->waiting = calloc((size_t)jobs, sizeof(*plan->waiting));
    plan->open = calloc((size_t)jobs, sizeof(*plan->open));
    plan->order = calloc((size_t)jobs, sizeof(*plan->order));
    return plan->waiting && plan->open && plan->order;
}

static int plan_add(struct plan *plan, int job, int needs)
{
    if (job < 0 || job >= plan->jobs || needs < 0 || needs >= plan->jobs)
        return 0;
    struct need *n = malloc(sizeof(*n));
    if (n == NULL)
        return 0;
    n->job = job;
    n->next = plan->waiting[needs];
    plan->waiting[needs] = n;
    plan->open[job]++;
    return 1;
}

/* How many jobs could be put in order; fewer than all means that there is a circle. */
static int plan_solve(struct plan *plan)
{
    int head = 0, tail = 0;

    for (int i = 0; i < plan->jobs; i++)
        if (plan->open[i] == 0)
            plan->order[tail++] = i;
    while (head < tail) {
        int done = plan->order[head++];
        for (const struct need *n = plan->waiting[done]; n != NULL; n = n->next)
            if (--plan->open[n->job] == 0)
                plan->order[tail++] = n->job;
    }
    return tail;
}

static int read_needs(struct plan *plan, int count)
{
    for (int i = 0; i < count; i++) {
        int job, needs;
        if (scanf("%d %d", &job, &needs) != 2 || !plan_add(plan, job, needs))
            return 0;
    }
    return 1;
}

int main(void)
{
    int jobs, needs;
    struct plan plan;
    int status = EXIT_FAILURE;

    if (scanf("%d %d", &jobs, &needs) != 2 || jobs <= 0 || needs < 0)
        return EXIT_FAILURE;
    if (plan_init(&plan, jobs) && read_needs(&plan, needs)) {
        if (plan_solve(&plan) < jobs) {
            puts("circle");
        } else {
            for (int i = 0; i < jobs; i++)
                printf("%d\n", plan.order[i]);
        }
        status = EXIT_SUCCESS;
    }
    plan_free(&plan);
    return status;
}
