#include "range.h"
#include <stdio.h>

int main(void)
{
    int n, count, type, a, b;
    long all = 0;
    if (scanf("%d %d", &n, &count) != 2)
        return 1;
    start(n);
    for (int i = 0; i < count && scanf("%d %d %d", &type, &a, &b) == 3; i++)
        if (type == 2)
            all += sum(b);
        else
            add(b, a % 1000);
    printf("%ld\n", all);
}
