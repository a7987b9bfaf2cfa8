/* md.c - Markdown whose every argument is escaped, and parts that may not make it too long. */
#include "grader/report/md.h"

#include <stdarg.h>
#include <string.h>

#include "grader/report/markup.h"

void md_put(struct md *md, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    markup_put(md->out, ESCAPE_MARKDOWN, format, args);
    va_end(args);
}

void md_puts(struct md *md, const char *text)
{
    buf_puts(md->out, text);
}

void md_put_bytes(struct md *md, struct str bytes)
{
    escape_put(md->out, bytes, ESCAPE_MARKDOWN, ESCAPE_LINES);
}

void md_put_cut(struct md *md, struct str bytes, size_t columns)
{
    escape_put_cut(md->out, bytes, ESCAPE_MARKDOWN, columns);
}

void md_put_link(struct md *md, const char *address)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                "-._~/:?=&%+,;";
    static const char scheme[] = "https://";
    if (strncmp(address, scheme, strlen(scheme)) != 0 || strspn(address, plain) != strlen(address))
        return;
    md_puts(md, " [Read on](<");
    for (; *address; address++)
        md_puts(md, *address == '&' ? "&amp;" : (char[]){ *address, '\0' });
    md_puts(md, ">)");
}

void md_part(struct md *md, void (*put)(struct md *, const void *), const void *subject)
{
    size_t room = md->allowed > md->out->length ? md->allowed - md->out->length : 0;
    SCOPED_BUF out;
    buf_init(&out, room);
    struct md part = { &out, room, md->left_out };
    put(&part, subject);
    if (buf_ok(&out))
        buf_put(md->out, buf_text(&out), out.length);
    else
        (*md->left_out)++;
}
