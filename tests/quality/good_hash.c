/* clean: a hash table with chains */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BUCKETS = 1024 };

struct entry {
    struct entry *next;
    unsigned count;
    char word[];
};

static uint32_t hash(const char *word)
{
    uint32_t h = 2166136261u;
    for (; *word; word++)
        h = (h ^ (unsigned char)*word) * 16777619u;
    return h;
}

static struct entry *find_or_add(struct entry **table, const char *word)
{
    struct entry **at = &table[hash(word) % BUCKETS];
    for (; *at; at = &(*at)->next)
        if (strcmp((*at)->word, word) == 0)
            return *at;
    size_t size = strlen(word) + 1;
    struct entry *entry = malloc(sizeof *entry + size);
    if (!entry)
        return NULL;
    entry->next = NULL;
    entry->count = 0;
    memcpy(entry->word, word, size);
    *at = entry;
    return entry;
}

static void release(struct entry **table)
{
    for (size_t i = 0; i < BUCKETS; i++)
        while (table[i]) {
            struct entry *next = table[i]->next;
            free(table[i]);
            table[i] = next;
        }
}

int main(void)
{
    static struct entry *table[BUCKETS];
    char word[64];
    while (scanf("%63s", word) == 1) {
        struct entry *entry = find_or_add(table, word);
        if (!entry)
            break;
        printf("%s %u\n", word, ++entry->count);
    }
    release(table);
    return 0;
}
