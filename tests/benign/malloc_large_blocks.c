/* malloc_large_blocks.c - blocks that are mapped and given back.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    unsigned sum = 0;
    for (int i = 0; i < 300; i++) {
        size_t size = (size_t)(i % 20 + 1) << 18;
        char *block = malloc(size);
        if (!block)
            return 1;
        block[0] = 1;
        block[size / 2] = (char)i;
        block[size - 1] = 2;
        sum += (unsigned char)block[size / 2];
        free(block);
    }
    printf("%u\n", sum);
    return 0;
}
