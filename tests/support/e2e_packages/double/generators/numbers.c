/* numbers.c - n random numbers of sixteen digits. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    int n = argc > 1 ? atoi(argv[1]) : 0;
    uint64_t x = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    printf("%d\n", n);
    for (int i = 0; i < n; i++) {
        x = x * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        printf("%llu\n", (unsigned long long)(1000000000000000 + (x >> 16) % 9000000000000000));
    }
    return 0;
}
