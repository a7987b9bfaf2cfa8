/* Everything is right but for a name. */
#include <stdio.h>

int main(void)
{
    long n, x, seen[1000001] = { 0 };
    long long pairs = 0;
    if (scanf("%ld", &n) != 1)
        return 1;
    for (long i = 0; i < n && scanf("%ld", &x) == 1; i++)
        pair += seen[x]++; /* FLAW: ‘pair’ undeclared */
    printf("%lld\n", pairs);
    return 0;
}
