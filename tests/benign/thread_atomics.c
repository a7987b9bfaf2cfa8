/* thread_atomics.c - a lock-free stack and counters.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

struct node {
    struct node *next;
    int value;
};

static _Atomic(struct node *) top;
static atomic_long sum;

static void *work(void *argument)
{
    int base = *(int *)argument;
    for (int i = 0; i < 5000; i++) {
        struct node *node = malloc(sizeof *node);
        node->value = base + i;
        node->next = atomic_load(&top);
        while (!atomic_compare_exchange_weak(&top, &node->next, node))
            ;
        atomic_fetch_add_explicit(&sum, node->value, memory_order_relaxed);
    }
    return NULL;
}

int main(void)
{
    pthread_t threads[8];
    int bases[8];
    for (int i = 0; i < 8; i++) {
        bases[i] = i * 10000;
        if (pthread_create(&threads[i], NULL, work, &bases[i]) != 0)
            return 1;
    }
    for (int i = 0; i < 8; i++)
        pthread_join(threads[i], NULL);
    long total = 0, count = 0;
    for (struct node *n = top, *next; n; n = next, count++) {
        next = n->next;
        total += n->value;
        free(n);
    }
    printf("%ld %d\n", count, total == atomic_load(&sum));
    return 0;
}
