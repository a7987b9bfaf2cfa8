/* bad: a product that has no room */
#include <stdio.h>

int main(void)
{
    long long micros = 5000 * 1000 * 1000; /* TRUE: memory */
    printf("%lld\n", micros);
    return 0;
}
