/* bad: == where = is meant */
#include <stdio.h>

int main(void)
{
    int n = 1;
    n == 2; /* TRUE: readability */
    printf("%d\n", n);
    return 0;
}
