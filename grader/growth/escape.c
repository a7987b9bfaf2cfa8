/* escape.c - what in a candidate's source could hide work, from the boxed reader's answer. */
#include "grader/growth/escape.h"

#include <limits.h>
#include <string.h>

#include "grader/base/num.h"
#include "grader/text/plain.h"

enum { FILE_SHOWN_MAX = 120, WHAT_SHOWN_MAX = 200 };

/* Cuts off what stands before the next tab. */
static bool next_field(struct str *rest, struct str *out)
{
    const char *tab = memchr(rest->at, '\t', rest->length);
    if (!tab)
        return false;
    size_t length = (size_t)(tab - rest->at);
    *out = (struct str){ rest->at, length };
    *rest = (struct str){ tab + 1, rest->length - length - 1 };
    return true;
}

static bool is_in(const struct source_file *files, size_t count, struct str path)
{
    for (size_t i = 0; i < count; i++)
        if (str_is(path, files[i].path))
            return true;
    return false;
}

static bool is_of_package(const struct escape_request *request, struct str path)
{
    return is_in(request->laid, request->laid_count, path) &&
           !is_in(request->sources->files, request->sources->count, path);
}

static bool read_escape(const struct escape_request *request, struct str line, struct arena *arena,
                        const char **out)
{
    struct str word, number, what;
    uint64_t at;
    if (!next_field(&line, &word) || !str_is(word, "escape") || !next_field(&line, &number) ||
        !num_u64(number, 0, INT_MAX, &at) || !next_field(&line, &what) ||
        is_of_package(request, line))
        return false;
    *out = arena_printf(arena, "%s:%u: %s", plain_text(arena, line, FILE_SHOWN_MAX), (unsigned)at,
                        plain_text(arena, what, WHAT_SHOWN_MAX));
    return true;
}

bool escape_read(const struct escape_request *request, struct arena *arena, const char **out)
{
    struct str rest = request->answer, line;
    size_t ends = 0;
    bool had_trouble = false, found = false;
    *out = "";
    while (str_next_line(&rest, &line)) {
        ends += str_is(line, "end");
        had_trouble |= line.length > 8 && memcmp(line.at, "trouble\t", 8) == 0;
        found = found || read_escape(request, line, arena, out);
    }
    return ends == request->answers && !had_trouble;
}
