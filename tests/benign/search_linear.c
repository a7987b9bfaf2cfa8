/* search_linear.c - lfind, lsearch and insque.
 *
 * expect: exit 0
 */
#include <search.h>
#include <stdio.h>

struct item {
    struct item *next, *previous;
    int value;
};

static int compare(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

int main(void)
{
    int v[8] = { 4, 8, 15 }, key = 15, other = 16;
    size_t count = 3;
    int *found = lfind(&key, v, &count, sizeof v[0], compare);
    lsearch(&other, v, &count, sizeof v[0], compare);
    printf("%td %zu %d\n", found - v, count, v[3]);
    struct item a = { .value = 1 }, b = { .value = 2 }, c = { .value = 3 };
    insque(&a, NULL);
    insque(&c, &a);
    insque(&b, &a);
    for (struct item *i = &a; i; i = i->next)
        printf("%d ", i->value);
    remque(&b);
    printf("%d\n", a.next->value);
    return 0;
}
