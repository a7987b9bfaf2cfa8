/* odd but right: a run-length encoder; "aaab" becomes "a3b1", never longer than twice the text */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *encode(const char *text)
{
    size_t len = strlen(text);
    char *out = malloc(2 * len + 1);
    if (out == NULL)
        return NULL;
    char *to = out;
    while (*text != '\0') {
        const char *start = text;
        while (*text == *start)
            text++;
        to += sprintf(to, "%c%d", *start, (int)(text - start));
    }
    *to = '\0';
    return out;
}

static char *decode(const char *code)
{
    char *out = NULL;
    size_t used = 0;
    while (*code != '\0') {
        char letter = *code++;
        if (!isdigit((unsigned char)*code))
            break;
        char *end;
        long times = strtol(code, &end, 10); /* ALSO: error handling */
        code = end;
        char *grown = realloc(out, used + (size_t)times + 1);
        if (grown == NULL) {
            free(out);
            return NULL;
        }
        out = grown;
        memset(out + used, letter, (size_t)times);
        used += (size_t)times;
    }
    if (out != NULL)
        out[used] = '\0';
    return out;
}

int main(void)
{
    char line[1000];
    while (fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        char *code = encode(line);
        if (code == NULL)
            return 1;
        char *back = decode(code);
        printf("%s %s\n", code, back != NULL && strcmp(back, line) == 0 ? "ok" : "differs");
        free(code);
        free(back);
    }
    return 0;
}
