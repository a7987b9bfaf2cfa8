/* setvbuf_modes.c - all three ways of buffering, and a buffer of its own.
 *
 * expect: exit 0
 * stdin: abc def
 */
#include <stdio.h>

int main(void)
{
    static char input[1 << 16], output[1 << 20];
    char word[8];
    int bad = setvbuf(stdin, input, _IOFBF, sizeof input);
    bad |= setvbuf(stdout, output, _IOFBF, sizeof output);
    bad |= setvbuf(stderr, NULL, _IOLBF, 0);
    while (scanf("%7s", word) == 1)
        printf("%s\n", word);
    fprintf(stderr, "done %d", bad);
    return 0;
}
