/* clean: a ring with a sentinel, emptied one by one: what is freed was unlinked before */
#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *prev, *next;
};

struct list {
    struct node head;
};

static void list_remove(struct node *node)
{
    node->prev->next = node->next;
    node->next->prev = node->prev;
}

static int list_push(struct list *list, int value)
{
    struct node *node = malloc(sizeof *node);
    if (node == NULL)
        return 0;
    node->value = value;
    node->prev = &list->head;
    node->next = list->head.next;
    node->next->prev = node;
    list->head.next = node;
    return 1;
}

static void list_clear(struct list *list)
{
    while (list->head.next != &list->head) {
        struct node *node = list->head.next;
        list_remove(node);
        free(node);
    }
}

int main(void)
{
    struct list list = { { 0, NULL, NULL } };
    int value;
    list.head.prev = list.head.next = &list.head;
    while (scanf("%d", &value) == 1)
        if (!list_push(&list, value))
            break;
    for (struct node *node = list.head.next; node != &list.head; node = node->next)
        printf("%d\n", node->value);
    list_clear(&list);
    return 0;
}
