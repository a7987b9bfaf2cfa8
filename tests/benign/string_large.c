/* string_large.c - string functions on megabytes.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    size_t size = 8 << 20;
    char *a = malloc(size + 1), *b = malloc(size + 1);
    memset(a, 'a', size);
    a[size] = '\0';
    a[size - 10] = 'b';
    memcpy(b, a, size + 1);
    printf("%zu %d %td %td\n", strlen(a), strcmp(a, b), strchr(a, 'b') - a,
           strstr(a, "abaaaaaaaaa") - a);
    memmove(b + 1, b, size - 1);
    printf("%d %zu\n", memcmp(a, b, size), strspn(b, "a"));
    free(a);
    free(b);
    return 0;
}
