/* setjmp_errors.c - setjmp and longjmp as exceptions.
 *
 * expect: exit 0
 */
#include <setjmp.h>
#include <stdio.h>

static jmp_buf top;

static int parse(const char *text)
{
    int depth = 0;
    for (int i = 0; text[i]; i++) {
        if (text[i] == '(')
            depth++;
        else if (text[i] == ')' && --depth < 0)
            longjmp(top, i + 1);
    }
    return depth;
}

int main(void)
{
    const char *const texts[] = { "(())", "((", "())(", ")" };
    for (volatile int i = 0; i < 4; i++) {
        int where = setjmp(top);
        if (where)
            printf("%s: closes too much at %d\n", texts[i], where);
        else
            printf("%s: %d\n", texts[i], parse(texts[i]));
    }
    return 0;
}
