/* fscanf_words.c - longest word by fscanf.
 *
 * expect: exit 0
 * stdin: the quick brown fox jumped over it\n
 */
#include <stdio.h>
#include <string.h>

int main(void)
{
    char word[64], longest[64] = "";
    while (fscanf(stdin, "%63s", word) == 1)
        if (strlen(word) > strlen(longest))
            strcpy(longest, word);
    fprintf(stdout, "%s\n", longest);
    return 0;
}
