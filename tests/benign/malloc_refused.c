/* malloc_refused.c - an allocation that no machine can give, seen to politely.
 *
 * expect: exit 0
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    volatile size_t huge = SIZE_MAX / 4;
    void *block = malloc(huge);
    printf("%d %d\n", block == NULL, errno == ENOMEM);
    block = calloc(huge, 16);
    printf("%d\n", block == NULL);
    block = malloc(100);
    void *more = realloc(block, huge);
    printf("%d\n", more == NULL);
    free(more ? more : block);
    printf("%d\n", malloc(0) == malloc(0));
    free(NULL);
    return 0;
}
