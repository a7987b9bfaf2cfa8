/* big_output_fwrite.c - ten megabytes of output by one fwrite.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    size_t size = 10 << 20;
    char *bytes = malloc(size);
    unsigned state = 12345;
    for (size_t i = 0; i < size; i++) {
        state = state * 1103515245u + 12345u;
        bytes[i] = (char)('a' + (state >> 16) % 26);
    }
    size_t put = fwrite(bytes, 1, size, stdout);
    free(bytes);
    return put != size;
}
