/* Right, but each number is compared with all before it. */
#include <stdio.h>

static long values[70000];

int main(void)
{
    long n;
    long long pairs = 0;
    if (scanf("%ld", &n) != 1)
        return 1;
    for (long i = 0; i < n; i++)
        if (scanf("%ld", &values[i]) != 1)
            return 1;
    for (long i = 0; i < n; i++) /* FLAW: The two nested loops in lines 15 */
        for (long k = 0; k < i; k++)
            if (values[k] == values[i])
                pairs++;
    printf("%lld\n", pairs);
    return 0;
}
