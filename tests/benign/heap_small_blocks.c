/* heap_small_blocks.c - a hundred megabytes of small blocks in a list.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>

struct node {
    struct node *next;
    long value[5];
};

int main(void)
{
    struct node *head = NULL;
    long sum = 0;
    for (long i = 0; i < 1600000; i++) {
        struct node *node = malloc(sizeof *node);
        if (!node)
            return 1;
        node->next = head;
        node->value[0] = i;
        head = node;
    }
    for (struct node *node = head, *next; node; node = next) {
        next = node->next;
        sum += node->value[0];
        free(node);
    }
    printf("%ld\n", sum);
    return 0;
}
