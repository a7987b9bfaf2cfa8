/* words_in_list.c - looks each word up in a list with strcmp.
 *
 * scene: words
 * time: n^2
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char word[32];
    int n, different = 0;
    if (scanf("%d", &n) != 1)
        return 1;
    char **known = malloc((size_t)n * sizeof *known);
    while (n-- > 0 && scanf("%31s", word) == 1) {
        int i = 0;
        while (i < different && strcmp(known[i], word))
            i++;
        if (i == different)
            known[different++] = strdup(word);
    }
    printf("%d\n", different);
}
