/* bad: EOF does not fit a char */
#include <stdio.h>

int main(void)
{
    char c;
    int n = 0;
    while ((c = getchar()) != EOF) /* TRUE: memory */
        n += c == '\n';
    printf("%d\n", n);
    return 0;
}
