/* contiguous_run.c - wrong answer: the longest run of neighbours that rises. */
#include <stdio.h>

/* A misread statement: the elements of a subsequence need not be neighbours. */

int main(void)
{
    int n;
    if (scanf("%d", &n) != 1)
        return 1;
    int before = 0;
    int run = 0;
    int best = 0;
    int end = 0;
    for (int i = 1; i <= n; i++) {
        int value;
        if (scanf("%d", &value) != 1)
            return 1;
        run = i > 1 && value > before ? run + 1 : 1;
        before = value;
        if (run > best) {
            best = run;
            end = i;
        }
    }
    printf("%d\n", best);
    for (int k = end - best + 1; k <= end; k++)
        printf("%d ", k);
    printf("\n");
    return 0;
}
