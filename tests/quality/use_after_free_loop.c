/* bad: the loop's step reads the node that its body has freed */
#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

static void free_list(struct node *list)
{
    for (struct node *node = list; node; node = node->next) /* TRUE: memory */
        free(node);
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
