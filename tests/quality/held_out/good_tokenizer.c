/* calc - evaluates one integer expression a line: + - * / ( ) and unary minus. */
#include <ctype.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>

enum { LINE_BYTES = 1000, DEPTH_MAX = 100 };

enum token_kind { TOKEN_NUMBER, TOKEN_SYMBOL, TOKEN_END, TOKEN_BAD };

struct parser {
    const char *at;
    enum token_kind kind; /* of the token in front */
    long long number;
    char symbol;
    int depth;
    const char *error; /* the first; NULL while all is well */
};

static long long parse_sum(struct parser *p);

static void fail(struct parser *p, const char *why)
{
    if (!p->error)
        p->error = why;
}

static void read_number(struct parser *p)
{
    p->kind = TOKEN_NUMBER;
    p->number = 0;
    for (; isdigit((unsigned char)*p->at); p->at++) {
        int digit = *p->at - '0';
        if (p->number > (LLONG_MAX - digit) / 10) {
            fail(p, "number too large");
            p->kind = TOKEN_BAD;
            return;
        }
        p->number = p->number * 10 + digit;
    }
}

static void advance(struct parser *p)
{
    while (isspace((unsigned char)*p->at))
        p->at++;
    if (*p->at == '\0') {
        p->kind = TOKEN_END;
    } else if (isdigit((unsigned char)*p->at)) {
        read_number(p);
    } else {
        p->kind = TOKEN_SYMBOL;
        p->symbol = *p->at++;
    }
}

static bool accept(struct parser *p, char symbol)
{
    if (p->kind != TOKEN_SYMBOL || p->symbol != symbol)
        return false;
    advance(p);
    return true;
}

static long long parse_atom(struct parser *p)
{
    long long value = 0;
    if (++p->depth > DEPTH_MAX) {
        fail(p, "nested too deeply");
    } else if (p->kind == TOKEN_NUMBER) {
        value = p->number;
        advance(p);
    } else if (accept(p, '-')) {
        value = parse_atom(p);
        if (__builtin_sub_overflow(0, value, &value))
            fail(p, "overflow");
    } else if (accept(p, '(')) {
        value = parse_sum(p);
        if (!accept(p, ')'))
            fail(p, "missing )");
    } else {
        fail(p, "number expected");
    }
    p->depth--;
    return value;
}

static long long divide(struct parser *p, long long a, long long b)
{
    if (b == 0) {
        fail(p, "division by zero");
        return 0;
    }
    if (a == LLONG_MIN && b == -1) {
        fail(p, "overflow");
        return 0;
    }
    return a / b;
}

static long long parse_product(struct parser *p)
{
    long long value = parse_atom(p);
    while (!p->error) {
        if (accept(p, '*')) {
            if (__builtin_mul_overflow(value, parse_atom(p), &value))
                fail(p, "overflow");
        } else if (accept(p, '/')) {
            value = divide(p, value, parse_atom(p));
        } else {
            break;
        }
    }
    return value;
}

static long long parse_sum(struct parser *p)
{
    long long value = parse_product(p);
    while (!p->error) {
        if (accept(p, '+')) {
            if (__builtin_add_overflow(value, parse_product(p), &value))
                fail(p, "overflow");
        } else if (accept(p, '-')) {
            if (__builtin_sub_overflow(value, parse_product(p), &value))
                fail(p, "overflow");
        } else {
            break;
        }
    }
    return value;
}

int main(void)
{
    char line[LINE_BYTES];
    while (fgets(line, sizeof line, stdin)) {
        struct parser p = { .at = line };
        advance(&p);
        long long value = parse_sum(&p);
        if (p.kind != TOKEN_END)
            fail(&p, "unexpected text at the end");
        if (p.error)
            printf("error: %s\n", p.error);
        else
            printf("%lld\n", value);
    }
    return ferror(stdin) ? 1 : 0;
}
