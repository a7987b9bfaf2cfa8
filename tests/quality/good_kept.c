/* clean, and looks like a leak to tools: what is kept at an index, and a block found by its link */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KEPT = 8 };

struct link {
    struct link *next;
};

struct item {
    int value;
    struct link link;
};

static struct item *item_of(struct link *link)
{
    return (struct item *)((char *)link - offsetof(struct item, link));
}

static int keep_lines(char **kept)
{
    char line[100];
    for (size_t at = 0; fgets(line, sizeof line, stdin); at = (at + 1) % KEPT) {
        char *copy = strdup(line);
        if (!copy)
            return -1;
        free(kept[at]);
        kept[at] = copy;
    }
    return 0;
}

static void drop(struct link *list)
{
    while (list->next) {
        struct link *first = list->next;
        list->next = first->next;
        free(item_of(first));
    }
}

/* What remains of 2^32: numbers below it would make small residues likelier. */
static uint32_t unfair(uint32_t limit)
{
    return -limit % limit;
}

int main(void)
{
    static char *kept[KEPT];
    struct link list = { NULL };
    struct item *item = malloc(sizeof *item);
    int status = keep_lines(kept);
    if (item) {
        item->value = (int)unfair(6);
        item->link.next = list.next;
        list.next = &item->link;
    }
    for (size_t i = 0; i < KEPT; i++) {
        if (kept[i])
            fputs(kept[i], stdout);
        free(kept[i]);
    }
    drop(&list);
    return status == 0 ? 0 : 1;
}
