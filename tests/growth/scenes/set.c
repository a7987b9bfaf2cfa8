#include "set.h"
#include <stdio.h>

/* Every other question is about a key that is there. */
int main(void)
{
    static unsigned keys[1 << 20];
    unsigned n, count, type, a, b, found = 0;
    if (scanf("%u %u", &n, &count) != 2)
        return 1;
    for (unsigned i = 0; i < count && scanf("%u %u %u", &type, &a, &b) == 3; i++)
        if (type == 0)
            set_insert(keys[i] = a);
        else
            found += set_has(type == 1 ? a : keys[b]);
    printf("%u\n", found);
}
