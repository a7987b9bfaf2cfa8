/* rand_seeded.c - rand and srand with a seed of its own.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    for (unsigned seed = 0; seed < 4; seed++) {
        srand(seed);
        for (int i = 0; i < 5; i++)
            printf("%d ", rand());
        putchar('\n');
    }
    unsigned state = 9;
    printf("%d %d\n", rand_r(&state), rand_r(&state));
    return 0;
}
