/* report_mask.c - a rendered report without what differs between two runs. */
#include "tests/support/report_mask.h"

#include <ctype.h>
#include <string.h>

#include "grader/base/attr.h"

void report_mask_json(struct str text, struct buf *out)
{
    static const char *const keys[] = { "graded_at_s",   "cpu_us",     "wall_us",
                                        "memory_bytes",  "repeats",    "least_percent",
                                        "most_percent",  "borderline", "time_limit_us",
                                        "compile_cpu_us" };
    struct str line;
    while (str_next_line(&text, &line)) {
        const char *quote = memchr(line.at, '"', line.length);
        bool masked = false;
        for (size_t i = 0; quote && i < COUNT_OF(keys) && !masked; i++) {
            size_t length = strlen(keys[i]);
            if (strncmp(quote + 1, keys[i], length) != 0 || quote[length + 1] != '"')
                continue;
            buf_put(out, line.at, (size_t)(quote - line.at));
            buf_printf(out, "\"%s\": *\n", keys[i]);
            masked = true;
        }
        if (!masked) {
            buf_put(out, line.at, line.length);
            buf_putc(out, '\n');
        }
    }
}

static bool starts(const char *at, size_t left, const char *what)
{
    return left >= strlen(what) && memcmp(at, what, strlen(what)) == 0;
}

void report_mask_html(struct str text, struct buf *out)
{
    static const struct {
        const char *open, *close;
    } masks[] = { { "<span class=\"measured\"", "</span>" },
                  { "<time class=\"measured\"", "</time>" } };
    for (size_t at = 0; at < text.length;) {
        const char *close = NULL;
        for (size_t i = 0; i < COUNT_OF(masks) && !close; i++)
            if (starts(text.at + at, text.length - at, masks[i].open))
                close = masks[i].close;
        if (!close) {
            buf_putc(out, text.at[at++]);
            continue;
        }
        while (at < text.length && !starts(text.at + at, text.length - at, close))
            at++;
        buf_putc(out, '*');
    }
}

/* The length of "12.5 ms  " at this place, trailing spaces (of a column) included; 0: none. */
static size_t figure(const char *at, size_t left)
{
    static const char *const units[] = { "ms", "s", "B", "KiB", "MiB", "GiB" };
    size_t n = 0;
    while (n < left && (isdigit((unsigned char)at[n]) || at[n] == '.'))
        n++;
    if (n == 0 || n == left || at[n++] != ' ')
        return 0;
    for (size_t i = 0; i < COUNT_OF(units); i++) {
        size_t end = n + strlen(units[i]);
        if (!starts(at + n, left - n, units[i]) || (end < left && isalnum((unsigned char)at[end])))
            continue;
        while (end < left && at[end] == ' ')
            end++;
        return end;
    }
    return 0;
}

static void mask_lines(struct str text, const char *graded, struct buf *out)
{
    struct str line;
    while (str_next_line(&text, &line)) {
        if (starts(line.at, line.length, graded)) {
            buf_printf(out, "%s*\n", graded);
            continue;
        }
        for (size_t at = 0; at < line.length;) {
            bool in_word =
                at > 0 && (isalnum((unsigned char)line.at[at - 1]) || line.at[at - 1] == '.');
            size_t length = in_word ? 0 : figure(line.at + at, line.length - at);
            if (length > 0)
                buf_putc(out, '*');
            else
                buf_putc(out, line.at[at]);
            at += length ? length : 1;
        }
        buf_putc(out, '\n');
    }
}

void report_mask_text(struct str text, struct buf *out)
{
    mask_lines(text, "  graded ", out);
}

void report_mask_md(struct str text, struct buf *out)
{
    mask_lines(text, "Graded ", out);
}
