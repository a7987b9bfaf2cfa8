/* bad: a sum that starts from nothing */
#include <stdio.h>

int main(void)
{
    int sum, x;
    while (scanf("%d", &x) == 1)
        sum += x; /* TRUE: memory */
    printf("%d\n", sum); /* ALSO: memory */
    return 0;
}
