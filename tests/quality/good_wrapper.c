/* subtle: the check is in a wrapper */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *must(void *memory)
{
    if (!memory) {
        fputs("out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

int main(void)
{
    char *a = must(malloc(10));
    char *b = must(calloc(10, 1));
    strcpy(a, "abc");
    memcpy(b, a, 4);
    puts(b);
    free(a);
    free(b);
    return 0;
}
