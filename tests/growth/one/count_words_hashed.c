/* count_words_hashed.c - counts words in a hash table, with strcmp and strdup.
 *
 * scene: words
 * time: n
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 1 << 17 };
static struct entry {
    char *word;
    int count;
} table[SLOTS];

int main(void)
{
    char word[32];
    int n, most = 0;
    if (scanf("%d", &n) != 1)
        return 1;
    while (n-- > 0 && scanf("%31s", word) == 1) {
        unsigned at = 5381;
        for (size_t i = 0, length = strlen(word); i < length; i++)
            at = at * 33 + (unsigned char)word[i];
        for (at %= SLOTS; table[at].word && strcmp(table[at].word, word); at = (at + 1) % SLOTS)
            ;
        if (!table[at].word)
            table[at].word = strdup(word);
        if (++table[at].count > most)
            most = table[at].count;
    }
    printf("%d\n", most);
}
