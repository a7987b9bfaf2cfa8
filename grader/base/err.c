/* err.c - why something could not be done: a kind and a story. */
#include "grader/base/err.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

static PRINTF_LIKE(3, 0) void put(char *out, size_t room, const char *format, va_list args)
{
    if (vsnprintf(out, room, format, args) < 0)
        out[0] = '\0';
}

bool err_set(struct err *err, enum err_kind kind, const char *format, ...)
{
    assert(err && kind != ERR_NONE);
    va_list args;
    va_start(args, format);
    put(err->text, sizeof err->text, format, args);
    va_end(args);
    err->kind = kind;
    return false;
}

bool err_sys(struct err *err, enum err_kind kind, const char *format, ...)
{
    assert(err && kind != ERR_NONE);
    int cause = errno;
    va_list args;
    va_start(args, format);
    put(err->text, sizeof err->text, format, args);
    va_end(args);
    err->kind = kind;

    char detail[128];
    size_t used = strlen(err->text);
    snprintf(err->text + used, sizeof err->text - used, ": %s",
             strerror_r(cause, detail, sizeof detail));
    errno = cause;
    return false;
}

bool err_wrap(struct err *err, const char *format, ...)
{
    assert(err && err_is_set(err));
    char place[512];
    va_list args;
    va_start(args, format);
    put(place, sizeof place, format, args);
    va_end(args);

    char story[ERR_TEXT_MAX];
    snprintf(story, sizeof story, "%s", err->text);
    if (snprintf(err->text, sizeof err->text, "%s: %s", place, story) < 0)
        err->text[0] = '\0';
    return false;
}

void err_clear(struct err *err)
{
    assert(err);
    err->kind = ERR_NONE;
    err->text[0] = '\0';
}

bool err_is_set(const struct err *err)
{
    assert(err);
    return err->kind != ERR_NONE;
}
