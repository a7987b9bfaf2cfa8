/* bad: %s without a width */
#include <stdio.h>

int main(void)
{
    char word[32];
    while (scanf("%s", word) == 1) /* TRUE: memory */
        puts(word);
    return 0;
}
