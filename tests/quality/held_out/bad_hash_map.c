/* string -> int map, separate chaining */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define INITIAL_SIZE 16

typedef struct Node {
    char *key;
    int value;
    struct Node *next;
} Node;

typedef struct {
    Node **buckets;
    size_t size;
    size_t count;
} HashMap;

static unsigned long hash_string(const char *s)
{
    unsigned long h = 5381;
    while (*s)
        h = h * 33 + (unsigned char)*s++;
    return h;
}

static HashMap *map_create(void)
{
    HashMap *map = malloc(sizeof(HashMap)); /* TRUE: error handling */
    map->size = INITIAL_SIZE; /* ALSO: memory */
    map->count = 0;
    map->buckets = calloc(map->size, sizeof(Node *)); /* TRUE: error handling */
    return map;
}

static void map_grow(HashMap *map)
{
    size_t new_size = map->size * 2;
    Node **fresh = calloc(new_size, sizeof(Node *)); /* TRUE: error handling */
    for (size_t i = 0; i < map->size; i++) {
        Node *n = map->buckets[i]; /* ALSO: memory */
        while (n) {
            Node *next = n->next;
            size_t at = hash_string(n->key) % new_size;
            n->next = fresh[at]; /* ALSO: memory */
            fresh[at] = n;
            n = next;
        }
    }
    free(map->buckets);
    map->buckets = fresh;
    map->size = new_size;
}

static void map_put(HashMap *map, const char *key, int value)
{
    if (map->count * 4 > map->size * 3)
        map_grow(map);
    size_t at = hash_string(key) % map->size;
    for (Node *n = map->buckets[at]; n; n = n->next) { /* ALSO: memory */
        if (strcmp(n->key, key) == 0) {
            n->value = value;
            return;
        }
    }
    Node *n = malloc(sizeof(Node)); /* TRUE: error handling */
    n->key = strdup(key); /* TRUE: error handling */ /* TRUE: memory */
    n->value = value;
    n->next = map->buckets[at];
    map->buckets[at] = n;
    map->count++;
}

static int map_get(const HashMap *map, const char *key, int fallback)
{
    size_t at = hash_string(key) % map->size;
    for (const Node *n = map->buckets[at]; n; n = n->next)
        if (strcmp(n->key, key) == 0)
            return n->value;
    return fallback;
}

static void map_free(HashMap *map)
{
    for (size_t i = 0; i < map->size; i++) {
        Node *n = map->buckets[i];
        while (n) {
            Node *next = n->next;
            free(n); /* ALSO: memory */
            n = next; /* ALSO: memory */
        }
    }
    free(map->buckets);
    free(map);
}

int main(void)
{
    HashMap *map = map_create();
    char word[128];
    while (scanf("%127s", word) == 1)
        map_put(map, word, map_get(map, word, 0) + 1);
    printf("%d\n", map_get(map, "the", 0));
    map_free(map);
    return 0;
}
