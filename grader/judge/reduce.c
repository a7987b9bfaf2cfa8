/* reduce.c - an input becomes a smaller one by leaving parts of it out. */
#include "grader/judge/reduce.h"

#include <assert.h>
#include <string.h>

#include "grader/base/buf.h"
#include "grader/base/num.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* With their newlines. */
static size_t split_lines(struct str rest, struct str *parts)
{
    size_t count = 0;
    while (rest.length > 0) {
        const char *newline = memchr(rest.at, '\n', rest.length);
        size_t end = newline ? (size_t)(newline - rest.at) + 1 : rest.length;
        parts[count++] = (struct str){ rest.at, end };
        rest = (struct str){ rest.at + end, rest.length - end };
    }
    return count;
}

static size_t split_words(struct str text, struct str *parts)
{
    size_t count = 0;
    for (size_t at = 0; at < text.length;) {
        size_t end = at;
        while (end < text.length && !is_blank(text.at[end]))
            end++;
        if (end > at)
            parts[count++] = (struct str){ text.at + at, end - at };
        at = end + 1;
    }
    return count;
}

void reduce_split(struct str input, struct arena *arena, struct reducible *out)
{
    struct str *parts = ARENA_ARRAY(arena, input.length, struct str), rest = input, line;
    uint64_t number;
    *out = (struct reducible){ .parts = parts };
    out->has_count = str_next_line(&rest, &line) && num_u64(line, 0, input.length, &number);
    if (out->has_count && (out->count = split_lines(rest, parts)) == number)
        return;
    out->are_words = out->has_count && (out->count = split_words(rest, parts)) == number;
    if (out->are_words)
        return;
    out->has_count = false;
    out->count = split_lines(input, parts);
}

struct str reduce_without(const struct reducible *input, size_t from, size_t count,
                          struct arena *arena)
{
    assert(from + count <= input->count);
    size_t left = input->count - count, written = 0;
    SCOPED_BUF bytes;
    buf_init(&bytes, REDUCE_BYTES_MAX);
    if (input->has_count)
        buf_printf(&bytes, "%zu\n", left);
    for (size_t i = 0; i < input->count; i++) {
        if (i >= from && i < from + count)
            continue;
        buf_put(&bytes, input->parts[i].at, input->parts[i].length);
        if (input->are_words && ++written < left)
            buf_putc(&bytes, ' ');
    }
    if (input->are_words)
        buf_putc(&bytes, '\n');
    return (struct str){ arena_memdup(arena, buf_text(&bytes), bytes.length), bytes.length };
}
