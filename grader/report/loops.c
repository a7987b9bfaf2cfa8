/* loops.c - loops around a place in C text, found by their words and brackets. */
#include "grader/report/loops.h"

#include <stdbool.h>

#include "grader/text/c_tokens.h"

enum { OPEN_MAX = 32, FOUND_MAX = 512 };

enum stage { IN_HEADER, BEFORE_BODY, IN_BRACES, IN_STATEMENT };

struct loop {
    unsigned first, last;
    enum stage stage;
    bool is_do;      /* the `while` behind its body ends it */
    unsigned parens; /* open ones, IN_HEADER */
    unsigned braces; /* open ones where it began */
};

/* The text being read; `open` is the nest at this place, `found` what has ended. */
struct reader {
    unsigned line, braces;
    struct loop open[OPEN_MAX];
    size_t open_count;
    bool do_has_ended;
    struct loop found[FOUND_MAX];
    size_t found_count;
};

/* ---- the nest ---- */

static struct loop *top(struct reader *r)
{
    return r->open_count > 0 ? &r->open[r->open_count - 1] : NULL;
}

static void begin(struct reader *r, enum stage stage, bool is_do)
{
    struct loop *outer = top(r);
    if (outer && outer->stage == BEFORE_BODY)
        outer->stage = IN_STATEMENT;
    if (r->open_count < OPEN_MAX)
        r->open[r->open_count++] = (struct loop){
            .first = r->line, .last = r->line, .stage = stage, .is_do = is_do, .braces = r->braces
        };
}

/* The innermost one has ended, and with it those of which it is the only statement. */
static void end(struct reader *r)
{
    do {
        struct loop loop = *top(r);
        r->open_count--;
        r->do_has_ended = loop.is_do;
        loop.last = r->line;
        if (r->found_count < FOUND_MAX)
            r->found[r->found_count++] = loop;
    } while (top(r) && top(r)->stage == IN_STATEMENT && top(r)->braces == r->braces &&
             !r->do_has_ended);
}

static void see_paren(struct reader *r, char c)
{
    struct loop *loop = top(r);
    if (!loop || loop->stage != IN_HEADER)
        return;
    if (c == '(')
        loop->parens++;
    else if (loop->parens > 0 && --loop->parens == 0)
        loop->stage = BEFORE_BODY;
}

static void see_brace(struct reader *r, char c)
{
    struct loop *loop = top(r);
    if (c == '{') {
        if (loop && loop->stage == BEFORE_BODY)
            loop->stage = IN_BRACES;
        r->braces++;
        return;
    }
    r->braces -= r->braces > 0;
    if (loop && loop->braces == r->braces &&
        (loop->stage == IN_BRACES || loop->stage == IN_STATEMENT))
        end(r);
    else if (loop && loop->braces > r->braces)
        r->open_count = 0; /* unbalanced: begin anew */
}

static void see_semicolon(struct reader *r)
{
    struct loop *loop = top(r);
    if (loop && (loop->stage == BEFORE_BODY || loop->stage == IN_STATEMENT) &&
        loop->braces == r->braces)
        end(r);
}

static void see_word(struct reader *r, struct str word)
{
    bool is_tail = r->do_has_ended;
    r->do_has_ended = false;
    if (str_is(word, "for") || (str_is(word, "while") && !is_tail))
        begin(r, IN_HEADER, false);
    else if (str_is(word, "do"))
        begin(r, BEFORE_BODY, true);
    else if (top(r) && top(r)->stage == BEFORE_BODY)
        top(r)->stage = IN_STATEMENT;
}

static void see(struct reader *r, const struct c_token *token)
{
    r->line = token->line;
    if (token->word.length > 0)
        see_word(r, token->word);
    else if (token->mark == '(' || token->mark == ')')
        see_paren(r, token->mark);
    else if (token->mark == '{' || token->mark == '}')
        see_brace(r, token->mark);
    else if (token->mark == ';')
        see_semicolon(r);
}

/* ---- the answer ---- */

static const struct loop *innermost(const struct reader *r, unsigned first, unsigned last)
{
    const struct loop *best = NULL;
    for (size_t i = 0; i < r->found_count; i++) {
        const struct loop *loop = &r->found[i];
        if (loop->first <= last && loop->last >= first && (!best || loop->first > best->first))
            best = loop;
    }
    return best;
}

/* The nearest loop around it. */
static const struct loop *around(const struct reader *r, const struct loop *inner)
{
    const struct loop *best = NULL;
    for (size_t i = 0; i < r->found_count; i++) {
        const struct loop *loop = &r->found[i];
        /* Inner ones end, and are found, first. */
        if (loop > inner && loop->first <= inner->first && loop->last >= inner->last &&
            (!best || loop->first > best->first))
            best = loop;
    }
    return best;
}

struct loop_nest loops_around(struct str source, unsigned first, unsigned last, size_t most)
{
    struct reader r = { .line = 1 };
    struct loop_nest nest = { 0, 0 };
    struct c_tokens tokens = { source, 0, 1 };
    struct c_token token;
    while (c_tokens_next(&tokens, &token))
        see(&r, &token);
    const struct loop *loop = innermost(&r, first, last);
    while (loop && nest.depth < most) {
        nest.depth++;
        nest.first = loop->first;
        loop = around(&r, loop);
    }
    return nest;
}
