/* joins the words of the input with commas */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    char *buf;
    int len;
    int cap;
} StrBuf;

static void strbuf_init(StrBuf *sb)
{
    sb->buf = malloc(16); /* ALSO: readability */ /* TRUE: error handling */
    sb->len = 0;
    sb->cap = 16; /* ALSO: readability */
}

static void strbuf_append(StrBuf *sb, const char *s)
{
    int n = strlen(s);
    if (sb->len + n > sb->cap) {
        sb->cap = (sb->len + n) * 2;
        sb->buf = realloc(sb->buf, sb->cap); /* TRUE: error handling */ /* ALSO: memory */
    }
    strcpy(sb->buf + sb->len, s); /* TRUE: memory */
    sb->len += n;
}

static char *strbuf_take(StrBuf *sb)
{
    char *copy = malloc(strlen(sb->buf)); /* TRUE: memory */ /* TRUE: error handling */
    strcpy(copy, sb->buf); /* ALSO: memory */
    free(sb->buf);
    return copy;
}

int main(void)
{
    StrBuf sb;
    char word[100];
    int first = 1;

    strbuf_init(&sb);
    while (scanf("%s", word) == 1) { /* TRUE: memory */
        if (!first)
            strbuf_append(&sb, ",");
        strbuf_append(&sb, word);
        first = 0;
    }
    char *joined = strbuf_take(&sb);
    printf(joined); /* TRUE: memory */
    free(joined);
    return 0;
}
