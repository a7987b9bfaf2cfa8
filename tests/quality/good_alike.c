/* clean: two levels of a grammar have the same form and call different functions */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>

struct reading {
    const char *at;
    const char *error;
};

static int read_atom(struct reading *r)
{
    int value = 0;
    if (!isdigit((unsigned char)*r->at))
        r->error = "a number is missing";
    for (; isdigit((unsigned char)*r->at); r->at++)
        value = value * 10 + (*r->at - '0');
    return value;
}

static bool take(struct reading *r, char sign)
{
    if (*r->at != sign)
        return false;
    r->at++;
    return true;
}

static int read_product(struct reading *r)
{
    int value = read_atom(r);
    while (!r->error) {
        if (take(r, '*')) {
            if (__builtin_mul_overflow(value, read_atom(r), &value))
                r->error = "too large";
        } else if (take(r, '&')) {
            if (__builtin_sub_overflow(value, read_atom(r), &value))
                r->error = "too small";
        } else {
            break;
        }
    }
    return value;
}

static int read_sum(struct reading *r)
{
    int value = read_product(r);
    while (!r->error) {
        if (take(r, '+')) {
            if (__builtin_add_overflow(value, read_product(r), &value))
                r->error = "too large";
        } else if (take(r, '-')) {
            if (__builtin_sub_overflow(value, read_product(r), &value))
                r->error = "too small";
        } else {
            break;
        }
    }
    return value;
}

int main(void)
{
    char line[100];
    while (fgets(line, sizeof line, stdin)) {
        struct reading r = { line, NULL };
        int value = read_sum(&r);
        printf("%d %s\n", value, r.error ? r.error : "");
    }
    return 0;
}
