/* realloc_steps.c - an array that grows by a little each time, and shrinks.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *text = NULL;
    size_t size = 0;
    for (int i = 0; i < 3000; i++) {
        size += 5000;
        text = realloc(text, size);
        memset(text + size - 5000, 'a' + i % 26, 5000);
    }
    printf("%zu %c %c\n", size, text[0], text[size - 1]);
    text = realloc(text, 100);
    printf("%.10s\n", text);
    text = reallocarray(text, 50, 20);
    free(text);
    return 0;
}
