/* counts distinct words with a trie */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct trie {
    struct trie *next[26];
    int end;
};

static struct trie *make(void)
{
    struct trie *t = malloc(sizeof(struct trie)); /* TRUE: error handling */ /* ALSO: memory */
    memset(t, 0, sizeof(t)); /* TRUE: memory */
    return t;
}

static int insert(struct trie *t, char *word) /* ALSO: readability */
{
    for (int i = 0; i < strlen(word); i++) { /* ALSO: readability */ /* ALSO: structure */
        int c = word[i] - 'a';
        if (!t->next[c]) /* TRUE: memory */
            t->next[c] = make(); /* ALSO: memory */
        t = t->next[c];
    }
    if (t->end) /* ALSO: memory */
        return 0;
    t->end = 1;
    return 1;
}

static int contains(struct trie *t, char *word) /* TRUE: duplication */ /* ALSO: readability */
{
    for (int i = 0; i < strlen(word); i++) { /* ALSO: readability */ /* ALSO: structure */
        int c = word[i] - 'a';
        if (!t->next[c]) /* ALSO: memory */
            return 0;
        t = t->next[c];
    }
    return t->end;
}

int main() /* ALSO: headers */ /* ALSO: readability */
{
    struct trie *root = make();
    char word[50];
    int distinct = 0;
    while (!feof(stdin)) { /* TRUE: error handling */
        scanf("%49s", word); /* TRUE: error handling */
        distinct += insert(root, word); /* ALSO: memory */
    }
    printf("%d\n", distinct);
    return 0; /* ALSO: memory */
}
