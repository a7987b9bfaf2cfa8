/* linked_list.c - follows the links to the i-th.
 *
 * scene: list
 * time: n
 */
#include "list.h"
#include <stdlib.h>

struct node {
    int x;
    struct node *next;
};
static struct node *head, **end = &head;

void append(int x)
{
    *end = malloc(sizeof **end);
    **end = (struct node){ x, NULL };
    end = &(*end)->next;
}
int at(int i)
{
    struct node *node = head;
    while (i-- > 0)
        node = node->next;
    return node->x;
}
