/* One whole number on one line. */
#include <stdio.h>

int main(void)
{
    int n;
    char newline, more;
    if (scanf("%d%c", &n, &newline) != 2 || newline != '\n' || scanf("%c", &more) == 1)
        return 43;
    return n >= 0 && n <= 1000 ? 42 : 43;
}
