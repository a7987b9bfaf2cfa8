/* heap_200mb.c - two hundred megabytes of heap, all touched.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    size_t size = 200u << 20;
    char *bytes = malloc(size);
    if (!bytes)
        return 1;
    memset(bytes, 7, size);
    unsigned long sum = 0;
    for (size_t i = 0; i < size; i += 4096)
        sum += (unsigned char)bytes[i];
    printf("%lu\n", sum);
    free(bytes);
    return 0;
}
