/* linked_merge_sort.c - merge sort of a linked list of half a million.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>

struct node {
    struct node *next;
    unsigned value;
};

static struct node *merge(struct node *a, struct node *b)
{
    struct node head, *tail = &head;
    while (a && b) {
        struct node **less = a->value <= b->value ? &a : &b;
        tail->next = *less;
        tail = tail->next;
        *less = (*less)->next;
    }
    tail->next = a ? a : b;
    return head.next;
}

static struct node *sort(struct node *list)
{
    if (!list || !list->next)
        return list;
    struct node *slow = list, *fast = list->next;
    while (fast && fast->next) {
        slow = slow->next;
        fast = fast->next->next;
    }
    struct node *second = slow->next;
    slow->next = NULL;
    return merge(sort(list), sort(second));
}

int main(void)
{
    struct node *list = NULL;
    unsigned s = 11;
    for (int i = 0; i < 500000; i++) {
        struct node *node = malloc(sizeof *node);
        node->value = s = s * 1664525u + 1013904223u;
        node->next = list;
        list = node;
    }
    list = sort(list);
    unsigned count = 0, bad = 0;
    for (struct node *n = list, *next; n; n = next) {
        next = n->next;
        bad += next && next->value < n->value;
        count++;
        free(n);
    }
    printf("%u %u\n", count, bad);
    return 0;
}
