#include "count.h"

#include <stdio.h>

int count_all = 3;

int main(void)
{
    printf("%d %d\n", count_all + count_of, count_twice(count_least));
    return 0;
}
