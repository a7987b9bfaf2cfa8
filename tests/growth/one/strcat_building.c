/* strcat_building.c - appends each word with strcat.
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
    int n;
    if (scanf("%d", &n) != 1)
        return 1;
    char *all = calloc((size_t)n, 12);
    while (n-- > 0 && scanf("%31s", word) == 1)
        strcat(all, word);
    printf("%zu\n", strlen(all));
}
