/* random_state.c - random, initstate and the drand48 family.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char state[128];
    srandom(17);
    printf("%ld %ld\n", random(), random());
    initstate(3, state, sizeof state);
    printf("%ld %ld\n", random(), random());
    srand48(5);
    printf("%.15f %ld %ld\n", drand48(), lrand48(), mrand48());
    unsigned short seed[3] = { 1, 2, 3 };
    printf("%.15f %ld %ld\n", erand48(seed), nrand48(seed), jrand48(seed));
    return 0;
}
