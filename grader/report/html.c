/* html.c - markup whose every argument is escaped. */
#include "grader/report/html.h"

#include <stdarg.h>

#include "grader/report/markup.h"

void html_put(struct page *page, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    markup_put(page->out, ESCAPE_HTML, format, args);
    va_end(args);
}

void html_put_bytes(struct page *page, struct str bytes)
{
    escape_put(page->out, bytes, ESCAPE_HTML, ESCAPE_LINES);
}

void html_put_cut(struct page *page, struct str bytes, size_t columns)
{
    escape_put_cut(page->out, bytes, ESCAPE_HTML, columns);
}

void html_part(struct page *page, const char *what, void (*put)(struct page *, const void *),
               const void *subject)
{
    size_t room = page->allowed > page->out->length ? page->allowed - page->out->length : 0;
    SCOPED_BUF out;
    buf_init(&out, room);
    struct page part = { &out, room };
    put(&part, subject);
    if (buf_ok(&out))
        buf_put(page->out, buf_text(&out), out.length);
    else
        html_put(page,
                 "<p class=\"note\">%s would make this page too big; report.json has it.</p>\n",
                 what);
}
