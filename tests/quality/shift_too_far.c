/* bad: 1 has 32 bits */
#include <stdio.h>

int main(void)
{
    long long mask = 1 << 40; /* TRUE: memory */
    printf("%lld\n", mask);
    return 0;
}
