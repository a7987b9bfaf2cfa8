/* clean: a list with its frees */
#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

static struct node *push(struct node *list, int value)
{
    struct node *node = malloc(sizeof *node);
    if (!node) {
        perror("push");
        exit(1);
    }
    node->value = value;
    node->next = list;
    return node;
}

static void free_list(struct node *list)
{
    while (list) {
        struct node *next = list->next;
        free(list);
        list = next;
    }
}

int main(void)
{
    struct node *list = NULL;
    int value;
    while (scanf("%d", &value) == 1)
        list = push(list, value);
    for (const struct node *n = list; n; n = n->next)
        printf("%d\n", n->value);
    free_list(list);
    return 0;
}
