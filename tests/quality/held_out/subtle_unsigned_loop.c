/* insertion sort and the longest run, unsigned all over */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX 1000

static void insertion_sort(unsigned *a, unsigned n)
{
    for (unsigned i = 1; i < n; i++) {
        unsigned v = a[i];
        unsigned j;
        for (j = i - 1; j >= 0 && a[j] > v; j--) /* TRUE: readability */ /* ALSO: memory */
            a[j + 1] = a[j];
        a[j + 1] = v;
    }
}

static unsigned longest_run(const unsigned *a, unsigned n)
{
    unsigned best = 0, run = 0;
    for (unsigned i = 0; i <= n - 1; i++) { /* TRUE: memory */
        run = i > 0 && a[i] == a[i - 1] ? run + 1 : 1;
        if (run > best)
            best = run;
    }
    return best;
}

int main(void)
{
    static unsigned a[MAX];
    unsigned n = 0;

    while (n < MAX && scanf("%u", &a[n]) == 1)
        n++;
    insertion_sort(a, n);
    printf("%u\n", longest_run(a, n));
    return 0;
}
