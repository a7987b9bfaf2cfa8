/* Autocomplete over lower-case words. "+ word" adds, "? prefix" counts the words that begin so. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ALPHABET 26
#define WORD_MAX 100

struct trie_node {
    struct trie_node *child[ALPHABET];
    unsigned passing; /* words that go through here */
    bool is_word;
};

static struct trie_node *trie_node_new(void)
{
    return calloc(1, sizeof(struct trie_node));
}

static void trie_free(struct trie_node *node)
{
    if (node == NULL)
        return;
    for (int i = 0; i < ALPHABET; i++)
        trie_free(node->child[i]);
    free(node);
}

static bool is_lower_word(const char *s)
{
    return *s != '\0' && s[strspn(s, "abcdefghijklmnopqrstuvwxyz")] == '\0';
}

static const struct trie_node *trie_find(const struct trie_node *node, const char *prefix)
{
    for (; node != NULL && *prefix != '\0'; prefix++)
        node = node->child[*prefix - 'a'];
    return node;
}

/* Makes the missing nodes first, so that a failure leaves the counts as they were. */
static bool trie_add(struct trie_node *root, const char *word)
{
    struct trie_node *node = root;
    for (const char *p = word; *p != '\0'; p++) {
        struct trie_node **slot = &node->child[*p - 'a'];
        if (*slot == NULL)
            *slot = trie_node_new();
        if (*slot == NULL)
            return false;
        node = *slot;
    }
    if (node->is_word)
        return true;
    node->is_word = true;

    node = root;
    node->passing++;
    for (const char *p = word; *p != '\0'; p++) {
        node = node->child[*p - 'a'];
        node->passing++;
    }
    return true;
}

int main(void)
{
    struct trie_node *root = trie_node_new();
    char op;
    char word[WORD_MAX + 1];
    int status = 0;

    if (root == NULL)
        return 1;
    while (scanf(" %c %100s", &op, word) == 2) {
        if (!is_lower_word(word)) {
            fprintf(stderr, "not a word: %s\n", word);
            status = 1;
            break;
        }
        if (op == '+') {
            if (!trie_add(root, word)) {
                fprintf(stderr, "out of memory\n");
                status = 1;
                break;
            }
        } else {
            const struct trie_node *found = trie_find(root, word);
            printf("%u\n", found ? found->passing : 0u);
        }
    }
    trie_free(root);
    return status;
}
