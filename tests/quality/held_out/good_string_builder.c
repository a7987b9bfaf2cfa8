#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * A string that grows. After an allocation has failed the builder keeps what it had and
 * remembers the failure; one check at the end is enough.
 */
struct sb {
    char *data; /* always terminated once anything was added */
    size_t len;
    size_t cap;
    bool failed;
};

static bool sb_reserve(struct sb *sb, size_t extra)
{
    if (sb->failed || extra > SIZE_MAX / 2 - sb->len)
        return !(sb->failed = true);
    size_t need = sb->len + extra + 1;
    if (need <= sb->cap)
        return true;
    size_t cap = sb->cap ? sb->cap : 32;
    while (cap < need)
        cap *= 2;
    char *data = realloc(sb->data, cap);
    if (!data) {
        sb->failed = true;
        return false;
    }
    sb->data = data;
    sb->cap = cap;
    return true;
}

static void sb_add(struct sb *sb, const char *text, size_t len)
{
    if (!sb_reserve(sb, len))
        return;
    memcpy(sb->data + sb->len, text, len);
    sb->len += len;
    sb->data[sb->len] = '\0';
}

__attribute__((format(printf, 2, 3)))
static void sb_addf(struct sb *sb, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    if (len >= 0 && sb_reserve(sb, (size_t)len)) {
        vsnprintf(sb->data + sb->len, (size_t)len + 1, format, again);
        sb->len += (size_t)len;
    }
    va_end(again);
    va_end(args);
}

static void sb_free(struct sb *sb)
{
    free(sb->data);
    *sb = (struct sb){ 0 };
}

/* Percent-encodes standard input, the rules of RFC 3986. */
int main(void)
{
    struct sb out = { 0 };
    int c;
    while ((c = getchar()) != EOF) {
        char byte = (char)c;
        if (isalnum(c) || (c != '\0' && strchr("-._~", c)))
            sb_add(&out, &byte, 1);
        else
            sb_addf(&out, "%%%02X", (unsigned)c);
    }
    bool ok = !out.failed && !ferror(stdin);
    if (ok && out.data)
        puts(out.data);
    sb_free(&out);
    return ok ? 0 : 1;
}
