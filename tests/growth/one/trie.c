/* trie.c - counts words in a trie.
 *
 * scene: words
 * time: n
 */
#include <stdio.h>
#include <stdlib.h>

struct node {
    struct node *child[26];
    int count;
};

int main(void)
{
    static struct node root;
    char word[32];
    int n, different = 0;
    if (scanf("%d", &n) != 1)
        return 1;
    while (n-- > 0 && scanf("%31s", word) == 1) {
        struct node *at = &root;
        for (const char *c = word; *c; c++) {
            if (!at->child[*c - 'a'])
                at->child[*c - 'a'] = calloc(1, sizeof *at);
            at = at->child[*c - 'a'];
        }
        different += at->count++ == 0;
    }
    printf("%d\n", different);
}
