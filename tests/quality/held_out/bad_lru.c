/* LRU cache over doubly linked list + table. Commands: get K | put K V */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KEYS 10001

typedef struct node {
    int key, val;
    struct node *prev, *next;
} node;

node *table[KEYS]; /* TRUE: headers */
node head, tail; /* ALSO: headers */
int size, cap; /* ALSO: headers */

void detach(node *n) /* TRUE: headers */
{
    n->prev->next = n->next;
    n->next->prev = n->prev;
}

void push_front(node *n) /* ALSO: headers */
{
    n->next = head.next;
    n->prev = &head;
    head.next->prev = n;
    head.next = n;
}

int lru_get(int key) /* ALSO: headers */
{
    node *n = table[key];
    if (!n)
        return -1;
    detach(n);
    push_front(n);
    return n->val;
}

void lru_put(int key, int val) /* ALSO: headers */
{
    node *n = table[key];
    if (n) {
        n->val = val;
        detach(n);
        push_front(n);
        return;
    }
    if (size == cap) {
        node *old = tail.prev;
        detach(old);
        free(old); /* ALSO: memory */
        table[old->key] = NULL; /* TRUE: memory */
        size--;
    }
    n = malloc(sizeof(*n)); /* ALSO: memory */
    if (!n)
        exit(1);
    n->key = key;
    n->val = val;
    table[key] = n;
    push_front(n);
    size++;
}

int main(void)
{
    char op[8];
    int key, val;

    head.next = &tail;
    tail.prev = &head;
    if (scanf("%d", &cap) != 1 || cap < 1)
        return 1;
    while (scanf("%7s %d", op, &key) == 2) {
        if (key < 0 || key >= KEYS)
            return 1;
        if (strcmp(op, "get") == 0) {
            printf("%d\n", lru_get(key));
        } else {
            scanf("%d", &val); /* TRUE: error handling */
            lru_put(key, val); /* ALSO: memory */
        }
    }
    return 0; /* ALSO: memory */
}
