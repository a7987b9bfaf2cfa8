/* bad: = where == is meant */
#include <stdio.h>

int main(void)
{
    int n;
    if (scanf("%d", &n) != 1)
        return 1;
    if (n = 0) /* TRUE: memory */
        puts("none"); /* ALSO: duplication */
    else
        printf("%d\n", n);
    return 0;
}
