/* malloc_storm.c - half a million allocations of many sizes.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    static char *slots[4096];
    unsigned state = 7;
    unsigned long long sum = 0;
    for (int i = 0; i < 500000; i++) {
        state = state * 1664525u + 1013904223u;
        unsigned at = state >> 20;
        size_t size = (state >> 8 & 0xff) + (at % 64 == 0 ? 3000 : 1);
        if (slots[at]) {
            sum += (unsigned char)slots[at][0];
            free(slots[at]);
        }
        slots[at] = malloc(size);
        slots[at][0] = (char)i;
        slots[at][size - 1] = 1;
    }
    for (int i = 0; i < 4096; i++)
        free(slots[i]);
    printf("%llu\n", sum);
    return 0;
}
