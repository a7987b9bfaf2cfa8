/* expression.c - a required cost in one or two parameters, as an author writes it. */
#include "grader/growth/expression.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "grader/base/num.h"

struct parser {
    const char *text;
    size_t at;
    double n, m;
    unsigned depth;
    struct err *err;
};

static bool sum(struct parser *parser, double *out);
static bool factor(struct parser *parser, double *out);

static char peek(struct parser *parser)
{
    while (parser->text[parser->at] == ' ')
        parser->at++;
    return parser->text[parser->at];
}

static bool complain(const struct parser *parser, const char *what)
{
    return err_set(parser->err, ERR_INPUT, "column %zu: %s", parser->at + 1, what);
}

static struct str next_word(const struct parser *parser)
{
    const char *from = parser->text + parser->at;
    size_t length = 0;
    while (isalpha((unsigned char)from[length]))
        length++;
    return (struct str){ from, length };
}

static bool number(struct parser *parser, double *out)
{
    peek(parser);
    const char *from = parser->text + parser->at;
    struct str digits = { from, strspn(from, "0123456789.") };
    if (digits.length == 0 || !num_double(digits, out))
        return complain(parser, "expected a number");
    parser->at += digits.length;
    return true;
}

static bool group(struct parser *parser, double *out)
{
    parser->at++;
    if (!sum(parser, out))
        return false;
    if (peek(parser) != ')')
        return complain(parser, "expected ')'");
    parser->at++;
    return true;
}

static bool function(struct parser *parser, struct str name, double *out)
{
    bool is_log = str_is(name, "log");
    double value;
    parser->at += name.length;
    if (!factor(parser, &value))
        return false;
    *out = is_log ? log2(value + 1) : sqrt(value);
    return true;
}

static bool variable(struct parser *parser, struct str name, double *out)
{
    parser->at += name.length;
    *out = str_is(name, "n") ? parser->n : parser->m;
    return true;
}

static bool factor_inside(struct parser *parser, double *out)
{
    char next = peek(parser);
    struct str name = next_word(parser);
    if (next == '(')
        return group(parser, out);
    if (isdigit((unsigned char)next))
        return number(parser, out);
    if (str_is(name, "log") || str_is(name, "sqrt"))
        return function(parser, name, out);
    if (str_is(name, "n") || str_is(name, "m"))
        return variable(parser, name, out);
    return complain(parser, "expected a number, n, m, log, sqrt or '('");
}

static bool factor(struct parser *parser, double *out)
{
    if (++parser->depth > EXPRESSION_DEPTH_MAX)
        return complain(parser, "the expression is nested too deeply");
    bool good = factor_inside(parser, out);
    parser->depth--;
    return good;
}

static bool power(struct parser *parser, double *out)
{
    double exponent;
    if (!factor(parser, out))
        return false;
    if (peek(parser) != '^')
        return true;
    parser->at++;
    if (!number(parser, &exponent))
        return false;
    *out = pow(*out, exponent);
    return true;
}

static bool product(struct parser *parser, double *out)
{
    if (!power(parser, out))
        return false;
    for (char next = peek(parser); next && next != '+' && next != ')'; next = peek(parser)) {
        double other;
        if (next == '*')
            parser->at++;
        if (!power(parser, &other))
            return false;
        *out *= other;
    }
    return true;
}

static bool sum(struct parser *parser, double *out)
{
    if (!product(parser, out))
        return false;
    while (peek(parser) == '+') {
        double other;
        parser->at++;
        if (!product(parser, &other))
            return false;
        *out += other;
    }
    return true;
}

bool expression_value(const char *text, double n, double m, double *out, struct err *err)
{
    struct parser parser = { .text = text, .n = n, .m = m, .err = err };
    double value;
    if (strlen(text) > EXPRESSION_LENGTH_MAX)
        return complain(&parser, "the expression is too long");
    if (!sum(&parser, &value))
        return false;
    if (peek(&parser) != '\0')
        return complain(&parser, "expected the end");
    if (!isfinite(value) || value <= 0)
        return complain(&parser, "the value is not a positive number");
    *out = value;
    return true;
}

bool expression_uses(const char *text, char wanted)
{
    for (const char *at = text; *at; at++)
        if (*at == wanted && (at == text || !isalpha((unsigned char)at[-1])) &&
            !isalpha((unsigned char)at[1]))
            return true;
    return false;
}
