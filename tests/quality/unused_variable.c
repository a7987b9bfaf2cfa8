/* bad: left over from a first try */
#include <stdio.h>

int main(void)
{
    int n = 3, left; /* TRUE: duplication */
    printf("%d\n", n);
    return 0;
}
