/* bad: what a member gets nobody looks at, wherever; but of another somebody does */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct table {
    char **names;
    int *counts;
    size_t size;
};

static void table_init(struct table *table, size_t size)
{
    table->names = calloc(size, sizeof *table->names); /* TRUE: error handling */
    table->counts = calloc(size, sizeof *table->counts);
    table->size = size;
}

static bool table_is_ready(const struct table *table)
{
    return table->counts != NULL;
}

static void table_set(struct table *table, size_t at, char *name)
{
    table->names[at] = name; /* ALSO: memory */
    table->counts[at]++;
}

int main(void)
{
    struct table table;
    table_init(&table, 2);
    if (table_is_ready(&table)) {
        table_set(&table, 0, "zero");
        printf("%s %d\n", table.names[0], table.counts[0]); /* ALSO: memory */
    }
    free(table.names);
    free(table.counts);
    return 0;
}
