/* strlen_in_loop.c - asks for the length at each letter.
 *
 * scene: text
 * time: n^2
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *s = NULL;
    size_t room = 0;
    int count = 0;
    if (getline(&s, &room, stdin) < 0)
        return 1;
    for (size_t i = 0; i < strlen(s); i++)
        count += s[i] == 'a';
    printf("%d\n", count);
}
