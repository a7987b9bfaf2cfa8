/* numbers N VALUES SEED: N numbers, each one of so many values. */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    if (argc != 4)
        return 1;
    long n = strtol(argv[1], NULL, 10), values = strtol(argv[2], NULL, 10);
    unsigned long long state = strtoull(argv[3], NULL, 10) | 1;
    printf("%ld\n", n);
    for (long i = 0; i < n; i++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        printf("%ld\n", (long)(state >> 33) % values);
    }
    return 0;
}
