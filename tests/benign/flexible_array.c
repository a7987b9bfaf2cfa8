/* flexible_array.c - structures with a flexible array.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text {
    size_t length;
    char bytes[];
};

static struct text *make(const char *from)
{
    size_t length = strlen(from);
    struct text *text = malloc(sizeof *text + length + 1);
    text->length = length;
    memcpy(text->bytes, from, length + 1);
    return text;
}

int main(void)
{
    struct text *a = make("first"), *b = make("a second text");
    printf("%zu %s %zu %s\n", a->length, a->bytes, b->length, b->bytes);
    free(a);
    free(b);
    return 0;
}
