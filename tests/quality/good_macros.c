/* subtle: what macros expand to is not the function's complexity */
#include <assert.h>
#include <stdio.h>

#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define CLAMP(x, low, high) (MAX((low), (x)) > (high) ? (high) : MAX((low), (x)))

static int middle(int a, int b, int c)
{
    assert(a >= 0 && b >= 0);
    assert(c >= 0);
    int low = CLAMP(a, 0, 10), high = CLAMP(b, 0, 10), other = CLAMP(c, 0, 10);
    return MAX(low, MAX(high, other)) + CLAMP(low, 1, 2) + CLAMP(high, 1, 2) + CLAMP(other, 1, 2);
}

int main(void)
{
    printf("%d\n", middle(1, 2, 3));
    return 0;
}
