/* judge_slow_compare.c - the default output validator again: slow, by lists of tokens. */
#include "tests/support/judge_slow_compare.h"

#include <assert.h>
#include <ctype.h>
#include <math.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

/* A text as space, word, space, word, …, space: pieces with an even index are space (perhaps
 * empty). */
struct pieces {
    struct str *list;
    size_t count;
};

static struct pieces split(struct str text)
{
    struct pieces out = { calloc(text.length + 3, sizeof *out.list), 0 };
    assert(out.list);
    size_t at = 0;
    for (bool space = true;; space = !space) {
        size_t from = at;
        while (at < text.length && (strchr(" \f\n\r\t\v", text.at[at]) && text.at[at]) == space)
            at++;
        out.list[out.count++] = (struct str){ text.at + from, at - from };
        if (space && at == text.length)
            return out;
    }
}

/* By the grammar of "General requirements"; in the older formats also what C writes with "%a". */
static bool number(struct str token, enum compare_dialect dialect, double *out)
{
    static const char *const grammar[] = {
        "^[+-]?([0-9]*\\.[0-9]+|[0-9]+\\.|[0-9]+)([Ee][+-]?[0-9]+)?$",
        "^[+-]?0[Xx]([0-9A-Fa-f]*\\.[0-9A-Fa-f]+|[0-9A-Fa-f]+\\.?)([Pp][+-]?[0-9]+)?$",
    };
    if (token.length >= 4096 || memchr(token.at, 0, token.length))
        return false;
    char copy[4096];
    memcpy(copy, token.at, token.length);
    copy[token.length] = '\0';
    static regex_t regex[2]; /* kept for the life of the process */
    static bool is_made;
    for (int i = 0; i < 2 && !is_made; i++) {
        int bad = regcomp(&regex[i], grammar[i], REG_EXTENDED | REG_NOSUB);
        assert(!bad);
    }
    is_made = true;
    bool matches = regexec(&regex[0], copy, 0, NULL, 0) == 0 ||
                   (dialect == COMPARE_LEGACY && regexec(&regex[1], copy, 0, NULL, 0) == 0);
    *out = matches ? strtod(copy, NULL) : 0;
    return matches && isfinite(*out);
}

static bool words_equal(struct str a, struct str b, bool case_sensitive)
{
    bool equal = a.length == b.length;
    for (size_t i = 0; equal && i < a.length; i++) {
        int x = (unsigned char)a.at[i], y = (unsigned char)b.at[i];
        equal = case_sensitive ? x == y : tolower(x) == tolower(y);
    }
    return equal;
}

static bool tokens_equal(struct str answer, struct str output,
                         const struct compare_options *options)
{
    double a, s;
    bool tolerant = options->absolute_tolerance >= 0 || options->relative_tolerance >= 0;
    if (!tolerant || !number(answer, options->dialect, &a))
        return words_equal(answer, output, options->case_sensitive);
    if (!number(output, options->dialect, &s))
        return false;
    bool absolute = options->absolute_tolerance >= 0 && fabs(s - a) <= options->absolute_tolerance;
    bool relative =
        options->relative_tolerance >= 0 && fabs(s - a) <= options->relative_tolerance * fabs(a);
    return absolute || relative;
}

static size_t first_unequal(struct str a, struct str b)
{
    size_t at = 0;
    while (at < a.length && at < b.length && a.at[at] == b.at[at])
        at++;
    return at;
}

static struct slow_comparison at_piece(struct str answer, struct pieces a, struct str output,
                                       struct pieces o, size_t i, size_t inside)
{
    size_t in_answer = i < a.count ? (size_t)(a.list[i].at - answer.at) + inside : answer.length;
    size_t in_output = i < o.count ? (size_t)(o.list[i].at - output.at) + inside : output.length;
    return (struct slow_comparison){ .answer_offset = in_answer, .output_offset = in_output };
}

static struct slow_comparison compare_pieces(struct str answer, struct pieces a, struct str output,
                                             struct pieces o, const struct compare_options *options)
{
    struct slow_comparison out = { .accepted = true };
    for (size_t i = 0; i < a.count || i < o.count; i++) {
        bool both = i < a.count && i < o.count;
        if (!both)
            return at_piece(answer, a, output, o, i, 0);
        if (i % 2 == 0) {
            bool equal = str_equal(a.list[i], o.list[i]);
            out.white_space_differs |= !equal;
            if (!equal && options->space_change_sensitive)
                return at_piece(answer, a, output, o, i, first_unequal(a.list[i], o.list[i]));
        } else if (!tokens_equal(a.list[i], o.list[i], options)) {
            return at_piece(answer, a, output, o, i, 0);
        }
    }
    return out;
}

struct slow_comparison slow_compare(struct str answer, struct str output,
                                    const struct compare_options *options)
{
    struct pieces a = split(answer), o = split(output);
    struct slow_comparison out = compare_pieces(answer, a, output, o, options);
    free(a.list);
    free(o.list);
    return out;
}
