/* compare.c - the package format's default output validator. */
#include "grader/judge/compare.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "grader/base/num.h"

/*
 * Theory of operation
 *
 * Two readers go through the texts side by side, a stretch of white space and a token at a time.
 * Offset and line of each reader stand, when something is wrong, where the wrong thing begins:
 * white space moves them as it is read, a token only once it has been found equal.
 */
struct reader {
    struct str text;
    size_t at;
    unsigned line;
};

struct matching {
    const struct compare_options *options;
    struct reader answer, output;
    struct comparison *out;
    bool any_token;
};

static bool read_number(enum compare_dialect dialect, struct str token, double *out)
{
    return dialect == COMPARE_LEGACY ? num_double_of_c(token, out) : num_double(token, out);
}

/* ---- arguments ---- */

struct option_state {
    struct compare_options options;
    bool absolute_given, relative_given, both_given;
};

typedef bool option_taker(struct option_state *state, double value);

static bool take_case(struct option_state *state, double value)
{
    (void)value;
    state->options.case_sensitive = true;
    return true;
}

static bool take_space(struct option_state *state, double value)
{
    (void)value;
    state->options.space_change_sensitive = true;
    return true;
}

static bool take_absolute(struct option_state *state, double value)
{
    bool is_new = !state->absolute_given && !state->both_given;
    state->absolute_given = true;
    state->options.absolute_tolerance = value;
    return is_new;
}

static bool take_relative(struct option_state *state, double value)
{
    bool is_new = !state->relative_given && !state->both_given;
    state->relative_given = true;
    state->options.relative_tolerance = value;
    return is_new;
}

static bool take_both(struct option_state *state, double value)
{
    bool is_new = !state->absolute_given && !state->relative_given && !state->both_given;
    state->both_given = true;
    state->options.absolute_tolerance = state->options.relative_tolerance = value;
    return is_new;
}

static const struct {
    const char *word;
    bool has_value;
    option_taker *take;
} known_options[] = {
    { "case_sensitive", false, take_case },
    { "space_change_sensitive", false, take_space },
    { "float_absolute_tolerance", true, take_absolute },
    { "float_relative_tolerance", true, take_relative },
    { "float_tolerance", true, take_both },
};

/* Reads the option at *at and moves *at behind it. */
static bool option_parse(struct option_state *state, struct word_list args, size_t *at,
                         struct err *err)
{
    const char *word = args.words[*at];
    bool is_strict = state->options.dialect == COMPARE_2025_09;
    size_t row = 0;
    while (row < COUNT_OF(known_options) && strcmp(known_options[row].word, word) != 0)
        row++;
    if (row == COUNT_OF(known_options))
        return err_set(err, ERR_INPUT, "the default output validator knows no argument '%s'", word);
    double value = -1;
    *at += 1;
    if (known_options[row].has_value) {
        if (*at == args.count)
            return err_set(err, ERR_INPUT, "'%s' needs a tolerance", word);
        const char *number = args.words[*at];
        if (!read_number(state->options.dialect, str_of(number), &value) ||
            (is_strict && value < 0))
            return err_set(err, ERR_INPUT, "'%s' needs a decimal number of at least 0, not '%s'",
                           word, number);
        *at += 1;
    }
    if (!known_options[row].take(state, value) && is_strict)
        return err_set(err, ERR_INPUT, "'%s' contradicts a tolerance given before it", word);
    return true;
}

bool compare_options_parse(struct word_list args, enum compare_dialect dialect,
                           struct compare_options *out, struct err *err)
{
    assert(out);
    struct option_state state = {
        .options = { .dialect = dialect, .absolute_tolerance = -1, .relative_tolerance = -1 }
    };
    for (size_t at = 0; at < args.count;)
        if (!option_parse(&state, args, &at, err))
            return false;
    *out = state.options;
    return true;
}

/* ---- reading ---- */

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The next byte, or -1 at the end. */
static int peek(const struct reader *reader)
{
    return reader->at < reader->text.length ? (unsigned char)reader->text.at[reader->at] : -1;
}

static bool at_space(const struct reader *reader)
{
    return reader->at < reader->text.length && is_space(reader->text.at[reader->at]);
}

static void step(struct reader *reader)
{
    reader->line += reader->text.at[reader->at] == '\n';
    reader->at++;
}

static struct str skip_space(struct reader *reader)
{
    size_t from = reader->at;
    while (at_space(reader))
        step(reader);
    return (struct str){ reader->text.at + from, reader->at - from };
}

/* The token that begins here, not yet read; length 0 at the end. */
static struct str token_ahead(const struct reader *reader)
{
    size_t end = reader->at;
    while (end < reader->text.length && !is_space(reader->text.at[end]))
        end++;
    return (struct str){ reader->text.at + reader->at, end - reader->at };
}

/* ---- messages ---- */

/* A token cut for people, as problemtools does it. */
struct excerpt {
    char text[64];
};

enum { EXCERPT_TOKEN = 30, EXCERPT_PART = 15, EXCERPT_GRACE = 5, RUNE_REST_MAX = 3 };

static void excerpt_add(struct excerpt *excerpt, struct str token, size_t limit)
{
    size_t used = strlen(excerpt->text), cut = token.length;
    bool is_cut = token.length > limit + EXCERPT_GRACE;
    if (is_cut) {
        cut = limit;
        while (cut <= limit + RUNE_REST_MAX && ((unsigned char)token.at[cut] & 0xc0) == 0x80)
            cut++;
    }
    assert(used + cut + sizeof "..." <= sizeof excerpt->text);
    for (size_t i = 0; i < cut; i++)
        excerpt->text[used + i] = token.at[i] ? token.at[i] : '?';
    memcpy(excerpt->text + used + cut, is_cut ? "..." : "", is_cut ? sizeof "..." : 1);
}

static struct excerpt excerpt_of(struct str token)
{
    struct excerpt excerpt = { "" };
    excerpt_add(&excerpt, token, EXCERPT_TOKEN);
    return excerpt;
}

/* What two tokens have in common, then what follows in this one. */
static struct excerpt excerpt_from_difference(struct str token, struct str other)
{
    size_t same = 0;
    while (same < token.length && same < other.length && token.at[same] == other.at[same])
        same++;
    struct excerpt excerpt = { "" };
    excerpt_add(&excerpt, (struct str){ token.at, same }, EXCERPT_PART);
    excerpt_add(&excerpt, (struct str){ token.at + same, token.length - same }, EXCERPT_PART);
    return excerpt;
}

/* Always false, so that a check can end with it. */
static bool wrong(struct matching *m, const char *format, ...) PRINTF_LIKE(2, 3);
static bool wrong(struct matching *m, const char *format, ...)
{
    struct comparison *out = m->out;
    int head =
        snprintf(out->message, sizeof out->message,
                 "Wrong answer on line %u of output (corresponding to line %u in answer file)\n",
                 m->output.line, m->answer.line);
    assert(head > 0 && (size_t)head < sizeof out->message);
    va_list args;
    va_start(args, format);
    vsnprintf(out->message + head, sizeof out->message - (size_t)head, format, args);
    va_end(args);
    out->difference = (struct difference){
        .known = true,
        .output_offset = m->output.at,
        .answer_offset = m->answer.at,
        .output_line = m->output.line,
        .answer_line = m->answer.line,
    };
    return false;
}

/* ---- comparing ---- */

static bool same_space(struct matching *m)
{
    while (at_space(&m->answer)) {
        int expected = peek(&m->answer), got = peek(&m->output);
        if (got != expected)
            return wrong(m, "Space change error: got %d expected %d", got, expected);
        step(&m->answer);
        step(&m->output);
    }
    if (at_space(&m->output))
        return wrong(m, "Space change error: judge out of space, got %d from user",
                     peek(&m->output));
    return true;
}

static bool any_space(struct matching *m)
{
    struct str expected = skip_space(&m->answer), got = skip_space(&m->output);
    m->out->white_space_differs |= !str_equal(expected, got);
    return true;
}

static unsigned char folded(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static bool equal_but_for_case(struct str a, struct str b)
{
    if (a.length != b.length)
        return false;
    for (size_t i = 0; i < a.length; i++)
        if (folded(a.at[i]) != folded(b.at[i]))
            return false;
    return true;
}

static bool same_words(struct matching *m, struct str answer, struct str output)
{
    if (m->options->case_sensitive ? str_equal(answer, output) : equal_but_for_case(answer, output))
        return true;
    struct excerpt judge = excerpt_from_difference(answer, output);
    struct excerpt user = excerpt_from_difference(output, answer);
    return wrong(m, "String tokens mismatch\nJudge: \"%s\"\nUser: \"%s\"", judge.text, user.text);
}

/* *is_number tells whether the answer is one; only then the result counts. */
static bool same_numbers(struct matching *m, struct str answer, struct str output, bool *is_number)
{
    double expected, got;
    double absolute = m->options->absolute_tolerance, relative = m->options->relative_tolerance;
    *is_number =
        (absolute >= 0 || relative >= 0) && read_number(m->options->dialect, answer, &expected);
    if (!*is_number)
        return false;
    if (!read_number(m->options->dialect, output, &got))
        return wrong(m, "Expected float, got: %s", excerpt_of(output).text);
    double apart = fabs(expected - got);
    if (apart <= absolute || apart <= relative * fabs(expected))
        return true;
    return wrong(m,
                 "Too large difference.\n Judge: %s\n User: %s\n Difference: %e\n"
                 " (abs tol %e rel tol %e)",
                 excerpt_of(answer).text, excerpt_of(output).text, expected - got, absolute,
                 relative);
}

static bool output_ended(struct matching *m, struct str next)
{
    const char *detail = m->any_token        ? ""
                         : m->output.at == 0 ? "; user output was empty."
                                             : "; user output contained only whitespace.";
    return wrong(m, "User EOF while judge had more output%s\n(Next judge token: %s)", detail,
                 excerpt_of(next).text);
}

/* A stretch of white space and a token of each; *at_end when both texts are read. */
static bool same_step(struct matching *m, bool *at_end)
{
    if (!(m->options->space_change_sensitive ? same_space(m) : any_space(m)))
        return false;
    struct str answer = token_ahead(&m->answer), output = token_ahead(&m->output);
    *at_end = answer.length == 0;
    if (*at_end && output.length > 0)
        return wrong(m, "Trailing output:\n%s", excerpt_of(output).text);
    if (*at_end)
        return true;
    if (output.length == 0)
        return output_ended(m, answer);
    bool is_number, same = same_numbers(m, answer, output, &is_number);
    if (!(is_number ? same : same_words(m, answer, output)))
        return false;
    m->any_token = true;
    m->answer.at += answer.length;
    m->output.at += output.length;
    return true;
}

void compare(struct str answer, struct str output, const struct compare_options *options,
             struct comparison *out)
{
    assert(options && out);
    *out = (struct comparison){ 0 };
    struct matching m = {
        .options = options, .answer = { answer, 0, 1 }, .output = { output, 0, 1 }, .out = out
    };
    bool at_end = str_equal(answer, output), same = true;
    while (same && !at_end)
        same = same_step(&m, &at_end);
    out->accepted = same;
    out->white_space_differs = out->white_space_differs && same;
    assert(out->accepted != out->difference.known);
}
