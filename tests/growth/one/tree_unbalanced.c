/* tree_unbalanced.c - a tree that nobody balances; sorted input is the worst.
 *
 * scene: numbers
 * time: n^2
 */
#include <stdio.h>
#include <stdlib.h>

static int read_numbers(int **out)
{
    int n;
    if (scanf("%d", &n) != 1)
        exit(1);
    int *a = malloc((size_t)n * sizeof *a);
    for (int i = 0; i < n; i++)
        if (scanf("%d", &a[i]) != 1)
            exit(1);
    *out = a;
    return n;
}
struct node {
    int key;
    struct node *child[2];
};
int main(void)
{
    int *a, n = read_numbers(&a);
    struct node *root = NULL;
    long depth = 0;
    for (int i = 0; i < n; i++) {
        struct node **at = &root;
        for (; *at; depth++)
            at = &(*at)->child[a[i] > (*at)->key];
        *at = calloc(1, sizeof **at);
        (*at)->key = a[i];
    }
    printf("%ld\n", depth);
}
