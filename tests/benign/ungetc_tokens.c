/* ungetc_tokens.c - a scanner that puts one character back.
 *
 * expect: exit 0
 * stdin: x1=(22+y3)*4;
 */
#include <ctype.h>
#include <stdio.h>

int main(void)
{
    for (int c; (c = getchar()) != EOF;) {
        if (isdigit(c)) {
            int value = 0;
            for (; isdigit(c); c = getchar())
                value = value * 10 + c - '0';
            ungetc(c, stdin);
            printf("number %d\n", value);
        } else if (isalpha(c)) {
            printf("name ");
            for (; isalnum(c); c = getchar())
                putchar(c);
            ungetc(c, stdin);
            putchar('\n');
        } else {
            printf("sign %c\n", c);
        }
    }
    return 0;
}
