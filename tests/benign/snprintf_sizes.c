/* snprintf_sizes.c - snprintf that cuts, and asks for the size first.
 *
 * expect: exit 0
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char small[8];
    int wanted = snprintf(small, sizeof small, "%d-%s", 12345, "abcdef");
    printf("%s %d\n", small, wanted);
    int size = snprintf(NULL, 0, "%0200d", 7);
    char *big = malloc((size_t)size + 1);
    snprintf(big, (size_t)size + 1, "%0200d", 7);
    printf("%d %zu\n%s\n", size, strlen(big), big);
    free(big);
    char *made;
    printf("%d ", asprintf(&made, "%s/%d", "path", 3));
    puts(made);
    free(made);
    return 0;
}
