/* fopencookie_counter.c - a stream with functions of its own.
 *
 * expect: exit 0
 */
#define _GNU_SOURCE
#include <stdio.h>

static ssize_t take(void *cookie, const char *bytes, size_t size)
{
    size_t *lines = cookie;
    for (size_t i = 0; i < size; i++)
        *lines += bytes[i] == '\n';
    return (ssize_t)size;
}

int main(void)
{
    size_t lines = 0;
    FILE *stream = fopencookie(&lines, "w", (cookie_io_functions_t){ .write = take });
    for (int i = 0; i < 12345; i++)
        fprintf(stream, "line %d\n", i);
    fclose(stream);
    printf("%zu\n", lines);
    return 0;
}
