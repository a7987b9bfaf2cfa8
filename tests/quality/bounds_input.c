/* subtle: the index comes from the input; only a run can tell */
#include <stdio.h>

int main(void)
{
    int counts[10] = { 0 }, x;
    while (scanf("%d", &x) == 1)
        counts[x]++; /* MISSED: memory */
    printf("%d\n", counts[0]);
    return 0;
}
