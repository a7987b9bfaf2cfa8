/* trie_words.c - a trie of words.
 *
 * expect: exit 0
 * stdin: to tea ted ten inn in i to ten\n
 */
#include <stdio.h>
#include <stdlib.h>

struct node {
    struct node *child[26];
    int count;
};

static void show(const struct node *node, char *word, int depth)
{
    if (node->count)
        printf("%.*s %d\n", depth, word, node->count);
    for (int i = 0; i < 26; i++)
        if (node->child[i]) {
            word[depth] = (char)('a' + i);
            show(node->child[i], word, depth + 1);
        }
}

static void drop(struct node *node)
{
    for (int i = 0; i < 26; i++)
        if (node->child[i])
            drop(node->child[i]);
    free(node);
}

int main(void)
{
    struct node *root = calloc(1, sizeof *root);
    char word[32];
    while (scanf("%31s", word) == 1) {
        struct node *at = root;
        for (char *c = word; *c; c++) {
            if (!at->child[*c - 'a'])
                at->child[*c - 'a'] = calloc(1, sizeof *at);
            at = at->child[*c - 'a'];
        }
        at->count++;
    }
    show(root, word, 0);
    drop(root);
    return 0;
}
