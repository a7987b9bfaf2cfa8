/* yaml_core.c - what a plain scalar is by the core schema of YAML 1.2. */
#include "grader/text/yaml_core.h"

#include <string.h>

#include "grader/base/attr.h"

static const struct {
    const char *text;
    enum yml_type type;
} words[] = {
    { "", YML_NULL },       { "~", YML_NULL },      { "null", YML_NULL },   { "Null", YML_NULL },
    { "NULL", YML_NULL },   { "true", YML_BOOL },   { "True", YML_BOOL },   { "TRUE", YML_BOOL },
    { "false", YML_BOOL },  { "False", YML_BOOL },  { "FALSE", YML_BOOL },  { ".inf", YML_FLOAT },
    { ".Inf", YML_FLOAT },  { ".INF", YML_FLOAT },  { "+.inf", YML_FLOAT }, { "+.Inf", YML_FLOAT },
    { "+.INF", YML_FLOAT }, { "-.inf", YML_FLOAT }, { "-.Inf", YML_FLOAT }, { "-.INF", YML_FLOAT },
    { ".nan", YML_FLOAT },  { ".NaN", YML_FLOAT },  { ".NAN", YML_FLOAT },
};

/* How many bytes from `at` on are in the set. */
static size_t span(struct str text, size_t at, const char *set)
{
    size_t end = at;
    while (end < text.length && strchr(set, text.at[end]))
        end++;
    return end - at;
}

static const char DIGITS[] = "0123456789";

static bool is_based(struct str text)
{
    static const struct {
        const char *prefix, *digits;
    } bases[] = { { "0o", "01234567" }, { "0x", "0123456789abcdefABCDEF" } };
    for (size_t i = 0; i < COUNT_OF(bases); i++)
        if (text.length > 2 && memcmp(text.at, bases[i].prefix, 2) == 0)
            return span(text, 2, bases[i].digits) == text.length - 2;
    return false;
}

/* [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?, and without '.' and 'e' an
 * integer. */
static enum yml_type number_type(struct str text)
{
    size_t at = text.length > 0 && strchr("+-", text.at[0]) ? 1 : 0;
    size_t whole = span(text, at, DIGITS);
    at += whole;
    if (at == text.length)
        return whole > 0 ? YML_INT : YML_STRING;
    if (text.at[at] == '.') {
        size_t fraction = span(text, at + 1, DIGITS);
        at += 1 + fraction;
        whole += fraction;
    }
    if (whole == 0)
        return YML_STRING;
    if (at < text.length && strchr("eE", text.at[at])) {
        at++;
        at += at < text.length && strchr("+-", text.at[at]) ? 1 : 0;
        size_t exponent = span(text, at, DIGITS);
        at = exponent > 0 ? at + exponent : 0;
    }
    return at == text.length ? YML_FLOAT : YML_STRING;
}

enum yml_type yml_core_type(struct str text)
{
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (str_is(text, words[i].text))
            return words[i].type;
    return is_based(text) ? YML_INT : number_type(text);
}
