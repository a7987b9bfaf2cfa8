/* odd but right: allocation never returns NULL, so its callers need not look */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define VEC(type)      \
    struct {           \
        type *items;   \
        size_t len;    \
        size_t cap;    \
    }

#define vec_push(v, item)                                                      \
    do {                                                                       \
        if ((v)->len == (v)->cap)                                              \
            (v)->items = grow((v)->items, &(v)->cap, sizeof *(v)->items);      \
        (v)->items[(v)->len++] = (item);                                       \
    } while (0)

static _Noreturn void die(const char *why)
{
    fprintf(stderr, "intervals: %s\n", why);
    exit(EXIT_FAILURE);
}

static void *grow(void *items, size_t *cap, size_t size)
{
    size_t fresh = *cap ? *cap * 2 : 8;
    if (fresh > SIZE_MAX / size)
        die("too many");
    items = realloc(items, fresh * size);
    if (!items)
        die("out of memory");
    *cap = fresh;
    return items;
}

struct interval {
    long from, to;
};

static int by_start(const void *va, const void *vb)
{
    const struct interval *a = va, *b = vb;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return 0;
}

int main(void)
{
    VEC(struct interval) in = { 0 };
    struct interval one;

    while (scanf("%ld %ld", &one.from, &one.to) == 2) {
        if (one.from > one.to)
            die("an interval ends before it begins");
        vec_push(&in, one);
    }
    if (in.len == 0)
        return 0;
    qsort(in.items, in.len, sizeof *in.items, by_start);

    size_t last = 0;
    for (size_t i = 1; i < in.len; i++) {
        if (in.items[i].from <= in.items[last].to) {
            if (in.items[i].to > in.items[last].to)
                in.items[last].to = in.items[i].to;
        } else {
            in.items[++last] = in.items[i];
        }
    }
    for (size_t i = 0; i <= last; i++)
        printf("%ld %ld\n", in.items[i].from, in.items[i].to);
    free(in.items);
    return 0;
}
