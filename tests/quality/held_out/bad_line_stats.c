/* line_stats FILE...: lines, words and the longest line of each file */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

struct stats {
    size_t lines, words, longest;
};

static int count(const char *path, struct stats *out)
{
    FILE *f = fopen(path, "r"); /* TRUE: memory */
    char c; /* ALSO: memory */
    size_t width = 0;
    int in_word = 0;

    if (f == NULL) {
        perror(path);
        return -1;
    }
    while ((c = getc(f)) != EOF) { /* TRUE: memory */
        if (c == '\n') {
            out->lines++; /* ALSO: memory */
            if (width > out->longest); /* TRUE: readability */
                out->longest = width; /* ALSO: readability */ /* ALSO: memory */
            width = 0;
        } else {
            width++;
        }
        if (isspace((unsigned char)c)) {
            in_word = 0;
        } else if (in_word = 0) { /* TRUE: memory */ /* ALSO: readability */
            in_word = 1; /* ALSO: duplication */
            out->words++;
        }
    }
    if (width > out->longest)
        out->longest = width;
    return 0; /* ALSO: memory */
}

int main(int argc, char **argv)
{
    for (int i = 1; i <= argc; i++) { /* TRUE: memory */
        struct stats s; /* ALSO: memory */
        if (count(argv[i], &s) < 0) /* TRUE: memory */
            continue;
        printf("%s: %d lines, %d words, longest %d\n", argv[i], s.lines, s.words, s.longest); /* TRUE: memory */
    }
    return 0;
}
