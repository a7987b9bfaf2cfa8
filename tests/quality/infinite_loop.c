/* bad: the loop never changes what it looks at */
#include <stdio.h>

int main(void)
{
    int n, i = 0;
    if (scanf("%d", &n) != 1)
        return 1;
    while (i < n) /* MISSED: memory */
        printf("%d\n", i);
    return 0;
}
