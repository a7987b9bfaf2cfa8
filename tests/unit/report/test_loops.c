/* test_loops.c - loops around a place, in C text of all kinds. */
#include "grader/report/loops.h"

#include <criterion/criterion.h>
#include <string.h>

#include "grader/base/attr.h"

struct row {
    const char *text;
    unsigned first, last;
    size_t most, depth;
    unsigned outermost;
};

static void check(const struct row *row)
{
    struct loop_nest nest = loops_around(str_of(row->text), row->first, row->last, row->most);
    cr_expect(nest.depth == row->depth && (nest.depth == 0 || nest.first == row->outermost),
              "%zu from line %u in:\n%s", nest.depth, nest.first, row->text);
}

Test(loops, are_found_with_and_without_braces)
{
    static const struct row rows[] = {
        { "int x;\n", 1, 1, 3, 0, 0 },
        { "for (;;)\n    x();\n", 2, 2, 3, 1, 1 },
        { "for (;;) {\n    x();\n}\ny();\n", 4, 4, 3, 0, 0 },
        { "for (;;)\n  for (;;)\n    x();\ny();\n", 3, 3, 3, 2, 1 },
        { "for (;;)\n  for (;;)\n    x();\ny();\n", 4, 4, 3, 0, 0 },
        { "while (a) {\n  for (;;)\n    x();\n  y();\n}\n", 4, 4, 3, 1, 1 },
        { "while (a)\n  if (b)\n    x();\ny();\n", 4, 4, 3, 0, 0 },
        { "do {\n  x();\n} while (a);\ny();\nz();\n", 2, 2, 3, 1, 1 },
        { "do {\n  x();\n} while (a);\ny();\nz();\n", 5, 5, 3, 0, 0 },
        { "for (;;)\n  do {\n    x();\n  } while (a);\ny();\n", 3, 3, 3, 2, 1 },
        { "for (;;)\n  ;\ny();\n", 3, 3, 3, 0, 0 },
        { "for (int i = f(a, (b)); i < g(c); i++)\n  x();\n", 2, 2, 3, 1, 1 },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        check(&rows[i]);
}

Test(loops, beside_each_other_do_not_count_as_nested)
{
    static const struct row rows[] = {
        { "for (;;)\n  x();\nfor (;;)\n  y();\n", 1, 4, 3, 1, 3 },
        { "for (;;) {\n  for (;;)\n    x();\n  for (;;)\n    y();\n}\n", 5, 5, 3, 2, 1 },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        check(&rows[i]);
}

Test(loops, of_a_deep_nest_the_inner_ones_count)
{
    static const char text[] = "while (read()) {\n for (;;)\n  for (;;)\n   x();\n}\n";
    check(&(struct row){ text, 4, 4, 2, 2, 2 });
    check(&(struct row){ text, 4, 4, 3, 3, 1 });
    check(&(struct row){ text, 3, 4, 1, 1, 3 });
}

Test(loops, in_comments_and_literals_are_none)
{
    static const struct row rows[] = {
        { "// for (;;) {\nx();\n", 2, 2, 3, 0, 0 },
        { "/* for (;;) {\n*/ x();\n", 2, 2, 3, 0, 0 },
        { "puts(\"for (;;) { \\\" while\");\nx();\n", 2, 2, 3, 0, 0 },
        { "int before, foreign, whiled;\nx();\n", 2, 2, 3, 0, 0 },
        { "for (;;) // {\n  x();\ny();\n", 3, 3, 3, 0, 0 },
        { "for (;;) { char c = '}';\n  x();\n}\n", 2, 2, 3, 1, 1 },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        check(&rows[i]);
}

/* Whatever is cut or doubled, it ends and counts no more than it may. */
Test(loops, any_bytes_may_come)
{
    static const char text[] = "for(;;){while(a)do x();while(b);/*\"*/'{'\"\\\"for\"}}}}((for(;\n";
    char copy[8 * sizeof text];
    for (size_t at = 0; at < sizeof text; at++)
        for (size_t cut = 0; cut < sizeof text - at; cut++) {
            memcpy(copy, text + at, cut);
            memcpy(copy + cut, text, sizeof text);
            struct loop_nest nest = loops_around((struct str){ copy, cut + sizeof text }, 1, 2, 3);
            cr_assert_leq(nest.depth, 3);
        }
    char deep[4000];
    for (size_t i = 0; i < sizeof deep - 8; i += 8)
        memcpy(deep + i, "for(;;){", 8);
    cr_assert_leq(loops_around((struct str){ deep, sizeof deep - 8 }, 1, 1, 3).depth, 3);
}
