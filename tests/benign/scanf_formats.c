/* scanf_formats.c - every conversion of scanf that solutions use.
 *
 * expect: exit 0
 * stdin: 0x1f 077 42 3.5e2 word [abc]def c 10:20:30 99%\n
 */
#include <stdio.h>

int main(void)
{
    int hexadecimal, octal, any, h, m, s, at, percent;
    double real;
    char word[16], bracket[16], letter;
    int got = scanf("%x %o %i %lf %15s", &hexadecimal, &octal, &any, &real, word);
    got += scanf(" [%15[a-z]]%*s %c", bracket, &letter);
    got += scanf("%d:%d:%d%n", &h, &m, &s, &at);
    got += scanf("%d%%", &percent);
    printf("%d %d %d %d %.1f %s %s %c %d-%d-%d %d %d\n", got, hexadecimal, octal, any, real, word,
           bracket, letter, h, m, s, at, percent);
    return 0;
}
