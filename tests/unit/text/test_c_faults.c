/* test_c_faults.c - small faults that a programmer might have made. */
#include "grader/text/c_faults.h"

#include <criterion/criterion.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/base/buf.h"

static struct arena arena;

static void release(void)
{
    arena_release(&arena);
}

TestSuite(c_faults, .fini = release);

/* The words of all faults of one kind, or of all kinds, one a line. */
static void expect(const char *source, int kind, const char *wanted)
{
    struct c_faults faults;
    SCOPED_BUF got;
    buf_init(&got, 65536);
    c_faults_find(str_of(source), &arena, &faults);
    for (size_t i = 0; i < faults.count; i++)
        if (kind < 0 || faults.list[i].kind == (enum c_fault_kind)kind)
            buf_printf(&got, "%s\n", faults.list[i].words);
    cr_expect(strcmp(buf_text(&got), wanted) == 0, "%s\nis\n%s\nwanted\n%s", source, buf_text(&got),
              wanted);
}

/* The source with the fault of these words. */
static const char *with(const char *source, const char *words)
{
    struct c_faults faults;
    c_faults_find(str_of(source), &arena, &faults);
    for (size_t i = 0; i < faults.count; i++)
        if (strcmp(faults.list[i].words, words) == 0)
            return c_fault_apply(str_of(source), &faults.list[i], &arena).at;
    return "no such fault";
}

Test(c_faults, relations_logic_and_assignments_are_swapped)
{
    expect("x = a<b && c>=d || e==f;", C_FAULT_RELATION, "`<` → `<=`\n`>=` → `>`\n`==` → `!=`\n");
    expect("x = a<b && c>=d || e==f;", C_FAULT_LOGIC, "`&&` → `||`\n`||` → `&&`\n");
    expect("a += 1; b--; c <<= d;", C_FAULT_ASSIGNMENT,
           "`+=` → `-=`\n`--` → `++`\n`<<=` → `>>=`\n");
}

Test(c_faults, arithmetic_is_of_two_operands)
{
    expect("x = a + b * -c - *p;", C_FAULT_ARITHMETIC, "`+` → `-`\n`*` → `/`\n`-` → `+`\n");
    expect("return -1;", C_FAULT_ARITHMETIC, "");
    expect("x = &y; n = sizeof *p; z = a & b;", C_FAULT_ARITHMETIC, "`&` → `|`\n");
    expect("char *s; struct node *n; f(int *x, T *); q = (T *)r;", C_FAULT_ARITHMETIC, "");
    expect("x = a*b;", C_FAULT_ARITHMETIC, "`*` → `/`\n");
}

Test(c_faults, constants_have_two_neighbours_and_sizes_of_arrays_none)
{
    expect("x = 7UL; y = 0;", C_FAULT_CONSTANT, "`7UL` → `8UL`\n`7UL` → `6UL`\n`0` → `1`\n");
    expect("x = 0x10 + 010 + 1.5 + 1e3;", C_FAULT_CONSTANT, "");
    expect("int a[10], *b[3]; T c[4][5];", C_FAULT_CONSTANT, "");
    expect("return true;", C_FAULT_CONSTANT, "`true` → `false`\n");
    expect("x = 99999999999999999999;", C_FAULT_CONSTANT, "");
}

Test(c_faults, an_index_moves_by_one)
{
    const char *source = "x = a[i]; y = b[i ? 1 : 2][j];";
    expect("int a[N]; T *b[N][M];", C_FAULT_INDEX, "");
    expect(source, C_FAULT_INDEX,
           "`[i]` → `[… + 1]`\n`[i]` → `[… - 1]`\n"
           "`[i ? 1 : 2]` → `[… + 1]`\n`[i ? 1 : 2]` → `[… - 1]`\n"
           "`[j]` → `[… + 1]`\n`[j]` → `[… - 1]`\n");
    cr_expect_str_eq(with(source, "`[i]` → `[… + 1]`"), "x = a[i + 1]; y = b[i ? 1 : 2][j];");
    cr_expect_str_eq(with(source, "`[i ? 1 : 2]` → `[… - 1]`"),
                     "x = a[i]; y = b[(i ? 1 : 2) - 1][j];");
}

Test(c_faults, conditions_are_negated_as_a_whole)
{
    const char *source = "if (a && (b || c)) while (d) e();";
    expect(source, C_FAULT_NEGATION, "`a && (b || c)` negated\n`d` negated\n");
    cr_expect_str_eq(with(source, "`a && (b || c)` negated"),
                     "if (!(a && (b || c))) while (d) e();");
}

Test(c_faults, statements_that_are_expressions_are_deleted)
{
    const char *source = "int f(void) {\n"
                         "    int x = 1; T *y; z\n *w; L: g(x,\n  2);\n"
                         "    for (i = 0; i < 3; i++) *p++ = 1;\n"
                         "    if (x) return 1; else h();\n"
                         "    free(p); assert(x); x->y = (struct s){ 1 };\n"
                         "}\n"
                         "void g(int);\nT t = { 1 };\n";
    expect(source, C_FAULT_DELETION,
           "`g(x, 2);` deleted\n`*p++ = 1;` deleted\n`h();` deleted\n"
           "`x->y = (struct s){ 1 };` deleted\n");
    const char *deleted = with(source, "`g(x, 2);` deleted");
    cr_expect(strstr(deleted, "L:     \n    ;\n    for ("), "%s", deleted);
}

Test(c_faults, jumps_and_types_become_their_siblings)
{
    expect("break; continue;", C_FAULT_JUMP, "`break` → `continue`\n`continue` → `break`\n");
    expect("int64_t a; long long b; long c; int main(void) { int d; }", C_FAULT_TYPE,
           "`int64_t` → `int32_t`\n`long long` → `int`\n`long` → `int`\n`int` → `short`\n");
}

Test(c_faults, comments_literals_directives_and_assertions_have_none)
{
    expect("static_assert(A < B, \"\"); void f(void) { assert(a && b < 1); }", -1, "");
    expect("#if A < B\n/* c < d */ // e < 1\ns = \"f < 2\"; t = 'g';\n#endif\n", -1, "");
}

Test(c_faults, words_are_short_and_their_place_is_known)
{
    struct c_faults faults;
    const char *source = "void f(void)\n{\n\tcall(aaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbb,"
                         "\n ccccccccc);\n}\n";
    c_faults_find(str_of(source), &arena, &faults);
    cr_assert(faults.count == 1 && faults.list[0].kind == C_FAULT_DELETION);
    cr_expect(faults.list[0].line == 3 && faults.list[0].column == 2);
    cr_expect_str_eq(faults.list[0].words,
                     "`call(aaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbb…` deleted");
}

/* Every fault is one place, leaves the lines where they are and is another text than the source. */
Test(c_faults, any_bytes_will_do)
{
    for (unsigned seed = 1; seed <= 300; seed++) {
        static const char *const pieces[] = { "(", ")", "[", "]", "{",  "}",    ";",  "if",
                                              "a", "1", "*", "<", "\n", "long", "\"", "/*" };
        SCOPED_BUF text;
        buf_init(&text, 4096);
        unsigned state = seed;
        for (unsigned i = 0; i < 20 + seed % 60; i++) {
            state = state * 1103515245 + 12345;
            buf_printf(&text, "%s%s", pieces[state >> 16 & 15], state & 0x100 ? " " : "");
        }
        struct str source = { buf_text(&text), text.length };
        struct c_faults faults;
        c_faults_find(source, &arena, &faults);
        for (size_t i = 0; i < faults.count; i++) {
            struct str made = c_fault_apply(source, &faults.list[i], &arena);
            size_t lines[2] = { 0 };
            for (size_t k = 0; k < source.length; k++)
                lines[0] += source.at[k] == '\n';
            for (size_t k = 0; k < made.length; k++)
                lines[1] += made.at[k] == '\n';
            cr_assert(lines[0] == lines[1] && !str_equal(made, source), "seed %u: %s", seed,
                      faults.list[i].words);
        }
    }
}

/* ---- the choice ---- */

static size_t choose(const char *kinds, size_t most, size_t *chosen)
{
    struct c_fault faults[64] = { 0 };
    size_t count = strlen(kinds);
    for (size_t i = 0; i < count; i++)
        faults[i].kind = (enum c_fault_kind)(kinds[i] - 'a');
    return c_faults_choose(faults, count, most, chosen);
}

Test(c_faults, few_faults_are_all_chosen)
{
    size_t chosen[10];
    cr_assert(choose("abcab", 10, chosen) == 5);
    for (size_t i = 0; i < 5; i++)
        cr_expect(chosen[i] == i);
    cr_expect(choose("", 10, chosen) == 0 && choose("abc", 0, chosen) == 0);
}

Test(c_faults, of_many_each_kind_has_its_share_from_everywhere)
{
    size_t chosen[6];
    /* Rare b and c are taken whole, and the four left are spread over the twelve a. */
    static const size_t wanted[] = { 1, 4, 7, 8, 9, 12 };
    cr_assert(choose("aaaaaaabcaaaaa", 6, chosen) == 6);
    for (size_t i = 0; i < 6; i++)
        cr_expect(chosen[i] == wanted[i], "%zu: %zu", i, chosen[i]);
}
