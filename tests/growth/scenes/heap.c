#include "heap.h"
#include <stdio.h>

int main(void)
{
    unsigned n, count, type, a, b;
    unsigned long sum = 0;
    if (scanf("%u %u", &n, &count) != 2)
        return 1;
    for (unsigned i = 0; i < count && scanf("%u %u %u", &type, &a, &b) == 3; i++)
        if (i < n || i % 2)
            push(a);
        else
            sum += pop();
    printf("%lu\n", sum);
}
