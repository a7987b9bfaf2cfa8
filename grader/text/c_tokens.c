/* c_tokens.c - words and marks of C text, without comments and literals. */
#include "grader/text/c_tokens.h"

#include <ctype.h>

static char peek(const struct c_tokens *t, size_t ahead)
{
    return t->at + ahead < t->text.length ? t->text.at[t->at + ahead] : '\0';
}

static bool at_end(const struct c_tokens *t)
{
    return t->at >= t->text.length;
}

static void step(struct c_tokens *t)
{
    if (!at_end(t))
        t->line += t->text.at[t->at++] == '\n';
}

static void skip_comment(struct c_tokens *t)
{
    bool is_line = peek(t, 1) == '/';
    for (step(t), step(t); !at_end(t); step(t))
        if (is_line ? peek(t, 0) == '\n' : peek(t, 0) == '*' && peek(t, 1) == '/')
            break;
    for (unsigned i = 0; !is_line && i < 2; i++)
        step(t);
}

static void skip_literal(struct c_tokens *t, char quote)
{
    for (step(t); !at_end(t) && peek(t, 0) != quote && peek(t, 0) != '\n'; step(t))
        if (peek(t, 0) == '\\')
            step(t);
    step(t);
}

static bool is_of_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

static void skip_blank(struct c_tokens *t)
{
    while (!at_end(t)) {
        char c = peek(t, 0);
        if (isspace((unsigned char)c))
            step(t);
        else if (c == '/' && (peek(t, 1) == '/' || peek(t, 1) == '*'))
            skip_comment(t);
        else if (c == '"' || c == '\'')
            skip_literal(t, c);
        else
            return;
    }
}

bool c_tokens_next(struct c_tokens *tokens, struct c_token *out)
{
    skip_blank(tokens);
    if (at_end(tokens))
        return false;
    size_t from = tokens->at;
    *out = (struct c_token){ { tokens->text.at + from, 0 }, peek(tokens, 0), tokens->line };
    while (!at_end(tokens) && is_of_word(peek(tokens, 0)))
        tokens->at++;
    out->word.length = tokens->at - from;
    if (out->word.length == 0)
        step(tokens);
    return true;
}
