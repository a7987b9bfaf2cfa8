/* bad: a node is read after it was freed */
#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

static void free_list(struct node *list)
{
    while (list) {
        free(list);
        list = list->next; /* TRUE: memory */
    }
}

int main(void)
{
    struct node *one = calloc(1, sizeof *one);
    if (!one)
        return 1;
    free_list(one);
    puts("done");
    return 0;
}
