/* prints the lines of a file that hold a word, newest first */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct line {
    struct line *older;
    char *text;
};

static struct line *push(struct line *newest, char *text)
{
    struct line *line = malloc(sizeof *line);
    if (line == NULL)
        return NULL;
    line->older = newest;
    line->text = text;
    return line;
}

static int collect(const char *path, const char *word, struct line **newest)
{
    FILE *in = fopen(path, "r");
    if (in == NULL)
        return -1;
    char *text = NULL; /* ALSO: memory */
    size_t room = 0;
    while (getline(&text, &room, in) > 0) { /* TRUE: memory */
        if (strstr(text, word) == NULL)
            continue;
        char *copy = strdup(text); /* TRUE: memory */
        struct line *line = copy != NULL ? push(*newest, copy) : NULL;
        if (line == NULL) {
            free(text);
            fclose(in);
            return -1; /* ALSO: memory */
        }
        *newest = line;
    }
    fclose(in);
    return 0; /* ALSO: memory */
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: %s FILE WORD\n", argv[0]);
        return 2;
    }
    struct line *newest = NULL;
    int status = collect(argv[1], argv[2], &newest);
    while (newest != NULL) {
        struct line *older = newest->older;
        if (status == 0)
            fputs(newest->text, stdout);
        free(newest->text);
        free(newest);
        newest = older;
    }
    return status == 0 ? 0 : 1;
}
