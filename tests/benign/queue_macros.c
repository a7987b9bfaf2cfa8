/* queue_macros.c - the list macros of sys/queue.h.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/queue.h>

struct entry {
    int value;
    TAILQ_ENTRY(entry) link;
};
TAILQ_HEAD(list, entry);

int main(void)
{
    struct list list = TAILQ_HEAD_INITIALIZER(list);
    for (int i = 0; i < 10; i++) {
        struct entry *entry = malloc(sizeof *entry);
        entry->value = i;
        if (i % 2)
            TAILQ_INSERT_HEAD(&list, entry, link);
        else
            TAILQ_INSERT_TAIL(&list, entry, link);
    }
    struct entry *entry;
    while ((entry = TAILQ_FIRST(&list))) {
        TAILQ_REMOVE(&list, entry, link);
        printf("%d ", entry->value);
        free(entry);
    }
    return 0;
}
