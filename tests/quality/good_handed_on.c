/* subtle: the caller checks and owns */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *twice(const char *text)
{
    size_t length = strlen(text);
    char *both = malloc(2 * length + 1);
    if (both) {
        memcpy(both, text, length);
        memcpy(both + length, text, length + 1);
    }
    return both;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        char *both = twice(argv[i]);
        if (!both)
            return 1;
        puts(both);
        free(both);
    }
    return 0;
}
