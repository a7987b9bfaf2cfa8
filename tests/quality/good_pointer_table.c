/* subtle: a table of pointers, whose elements have the size of a pointer */
#include <stdio.h>
#include <stdlib.h>

struct entry {
    int key;
    struct entry *next;
};

struct table {
    struct entry **buckets;
    size_t count;
};

int main(void)
{
    struct table table = { NULL, 16 };
    table.buckets = calloc(table.count, sizeof *table.buckets);
    if (!table.buckets)
        return 1;
    printf("%d\n", table.buckets[3] == NULL);
    free(table.buckets);
    return 0;
}
