/* fread_all.c - the whole input by one fread.
 *
 * expect: exit 0
 * stdin: 5 4 3 2 1\nrest of it\n
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    size_t room = 1 << 20;
    char *all = malloc(room);
    size_t got = fread(all, 1, room, stdin);
    unsigned sum = 0;
    for (size_t i = 0; i < got; i++)
        sum = sum * 31 + (unsigned char)all[i];
    printf("%zu %u %d\n", got, sum, feof(stdin) != 0);
    fwrite(all, 1, got, stdout);
    free(all);
    return 0;
}
