/* bad: the number may not be there */
#include <stdio.h>

int main(void)
{
    int n = 0;
    scanf("%d", &n); /* TRUE: error handling */
    printf("%d\n", 2 * n);
    return 0;
}
