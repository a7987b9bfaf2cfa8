/* markup.c - formats whose every argument is escaped; HTML's and Markdown's stand on it. */
#include "grader/report/markup.h"

#include <assert.h>
#include <string.h>

/* What the arguments of a call are; by pointer, since a va_list may be an array. */
struct arguments {
    va_list list;
};

/* One directive behind a '%'; returns what follows it. */
static const char *put_directive(struct buf *out, enum escape_target target, const char *directive,
                                 struct arguments *args)
{
    if (*directive == 's') {
        escape_put(out, str_of(va_arg(args->list, const char *)), target, ESCAPE_NONE);
        return directive + 1;
    }
    if (strncmp(directive, ".*s", 3) == 0) {
        int columns = va_arg(args->list, int);
        assert(columns > 0);
        escape_put_cut(out, str_of(va_arg(args->list, const char *)), target, (size_t)columns);
        return directive + 3;
    }
    if (strncmp(directive, "zu", 2) == 0) {
        buf_printf(out, "%zu", va_arg(args->list, size_t));
        return directive + 2;
    }
    if (*directive == 'u') {
        buf_printf(out, "%u", va_arg(args->list, unsigned));
        return directive + 1;
    }
    assert(*directive == '%');
    buf_putc(out, '%');
    return directive + 1;
}

void markup_put(struct buf *out, enum escape_target target, const char *format, va_list list)
{
    struct arguments args;
    va_copy(args.list, list);
    while (*format) {
        size_t plain = strcspn(format, "%");
        buf_put(out, format, plain);
        format += plain;
        if (*format == '%')
            format = put_directive(out, target, format + 1, &args);
    }
    va_end(args.list);
}
