/* function_tables.c - tables of functions, callbacks and an interface of pointers.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>

struct shape {
    const struct methods {
        const char *name;
        double (*area)(const struct shape *);
    } * methods;
    double size;
};

static double square(const struct shape *s)
{
    return s->size * s->size;
}

static double circle(const struct shape *s)
{
    return 3 * s->size * s->size;
}

static const struct methods squares = { "square", square }, circles = { "circle", circle };

int main(void)
{
    const struct shape shapes[] = { { &squares, 2 }, { &circles, 1 }, { &squares, 3 } };
    for (size_t i = 0; i < 3; i++)
        printf("%s %.1f\n", shapes[i].methods->name, shapes[i].methods->area(&shapes[i]));
    return 0;
}
