/* search_trees.c - tsearch, twalk, tdelete and hsearch.
 *
 * expect: exit 0
 * stdin: pear apple fig apple kiwi fig pear plum\n
 */
#define _GNU_SOURCE
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int compare(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void show(const void *node, VISIT visit, int depth)
{
    if (visit == postorder || visit == leaf)
        printf("%s ", *(const char *const *)node);
    (void)depth;
}

int main(void)
{
    void *root = NULL;
    char word[16];
    hcreate(100);
    while (scanf("%15s", word) == 1) {
        char *copy = strdup(word);
        if (*(char **)tsearch(copy, &root, compare) != copy)
            free(copy);
        ENTRY *entry = hsearch((ENTRY){ word, NULL }, FIND);
        if (!entry)
            hsearch((ENTRY){ strdup(word), (void *)1 }, ENTER);
        else
            entry->data = (char *)entry->data + 1;
    }
    twalk(root, show);
    tdelete("fig", &root, compare);
    printf("%d\n", tfind("fig", &root, compare) == NULL);
    printf("%ld\n", (long)hsearch((ENTRY){ "pear", NULL }, FIND)->data);
    tdestroy(root, free);
    hdestroy();
    return 0;
}
