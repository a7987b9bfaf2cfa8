/* odd but right: empty loop bodies, nested conditionals as a table, a loop left by return */
#include <stdio.h>

enum { N_MAX = 100000 };

static size_t find(int *a, size_t n, int wanted)
{
    int last = a[n - 1];
    size_t i = 0;
    a[n - 1] = wanted; /* the sentinel saves the test of i */
    while (a[i] != wanted)
        i++;
    a[n - 1] = last;
    return i < n - 1 || last == wanted ? i : n;
}

static size_t partition(int *a, size_t n)
{
    int pivot = a[(n - 1) / 2];
    size_t i = 0, j = n - 1;
    for (;; i++, j--) {
        for (; a[i] < pivot; i++)
            ;
        for (; a[j] > pivot; j--)
            ;
        if (i >= j)
            return j + 1;
        int t = a[i];
        a[i] = a[j];
        a[j] = t;
    }
}

static int select_nth(int *a, size_t n, size_t nth)
{
    while (n > 1) {
        size_t cut = partition(a, n);
        if (nth < cut) {
            n = cut;
        } else {
            a += cut;
            n -= cut;
            nth -= cut;
        }
    }
    return a[0];
}

static const char *grade(int percent)
{
    return percent >= 90 ? "A"
         : percent >= 75 ? "B"
         : percent >= 60 ? "C"
                         : "F";
}

int main(void)
{
    static int a[N_MAX];
    size_t n = 0;
    while (n < N_MAX && scanf("%d", &a[n]) == 1)
        n++;
    if (n == 0)
        return 1;
    printf("%s\n", find(a, n, 100) < n ? "someone has full marks" : "nobody has full marks");
    int median = select_nth(a, n, n / 2);
    printf("%d %s\n", median, grade(median));
    return 0;
}
