/* test_duplication.c - tokens are alike or not, and copies are found where they are. */
#include "grader/quality/duplication.h"

#include <criterion/criterion.h>
#include <string.h>

#include "grader/base/buf.h"

static struct arena arena;
static struct tokens tokens;

static void tear_down(void)
{
    arena_release(&arena);
}
TestSuite(duplication, .fini = tear_down);

static size_t read(const char *text)
{
    tokens = (struct tokens){ 0 };
    tokens_read(str_of(text), 0, &arena, &tokens);
    return tokens.count;
}

Test(duplication, tokens_know_what_is_none)
{
    static const struct {
        const char *text;
        size_t count;
    } cases[] = {
        { "int a = 1;", 5 },
        { "/* no */ int // no\n a;", 3 },
        { "#define X 1 \\\n 2\nint a;", 3 },
        { "\"a \\\" b\" 'c'", 2 },
        { "{ 1, 2, 3, 4 }", 3 }, /* a list of literals is its first */
        { "/* never ends", 0 },
        { "\"never ends", 1 },
        { "1.5e+3 0x1F", 2 },
        { "\xff\xfe@", 2 }, /* bytes above 127 are letters */
        { "a\r\nb", 2 },
        { "", 0 },
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        cr_expect_eq(read(cases[i].text), cases[i].count, "%s", cases[i].text);
}

/* n statements of nine tokens each, a line each. */
static void put_statements(struct buf *text, unsigned n, const char *name)
{
    for (unsigned i = 0; i < n; i++)
        buf_printf(text, "%s%u = f(%s %c %u);\n", name, i, name, "+-*/%&|^"[i % 8], i);
}

static struct repeats find(const char *text)
{
    struct repeats repeats;
    read(text);
    duplication_find(&tokens, &arena, &repeats);
    return repeats;
}

Test(duplication, a_copy_under_other_names_is_found)
{
    SCOPED_BUF text;
    buf_init(&text, 1 << 16);
    put_statements(&text, 20, "a");
    buf_puts(&text, "if (x) return y;\n");
    put_statements(&text, 20, "b");
    struct repeats repeats = find(buf_text(&text));
    cr_assert_geq(repeats.count, 1);
    cr_expect_geq(repeats.list[0].first_line, 2);
    cr_expect_geq(repeats.tokens_repeated, DUPLICATION_WINDOW);
    cr_expect_lt(repeats.list[0].of_last_line, repeats.list[0].first_line + 1,
                 "they do not overlap");
}

Test(duplication, what_is_short_or_different_is_none)
{
    SCOPED_BUF text;
    buf_init(&text, 1 << 16);
    put_statements(&text, 5, "a");
    buf_puts(&text, "if (x) return y;\n");
    put_statements(&text, 5, "b");
    cr_expect_eq(find(buf_text(&text)).count, 0);
    cr_expect_eq(find("").count, 0);
}

/* The same token all along: every window equals every other. */
Test(duplication, one_token_a_hundred_thousand_times)
{
    char *text = arena_alloc(&arena, 100001);
    memset(text, ';', 100000);
    struct repeats repeats = find(text);
    cr_expect_geq(repeats.tokens_repeated, 1000);
}

/* Two functions alike, but for what they call. */
static size_t count_copies(const char *first_calls, const char *second_calls)
{
    SCOPED_BUF text;
    buf_init(&text, 1 << 16);
    buf_puts(&text, "int one(void)\n{\n");
    for (unsigned i = 0; i < 20; i++)
        buf_printf(&text, "a = %s%u(b);\n", first_calls, i);
    buf_puts(&text, "}\nint two(void)\n{\n");
    for (unsigned i = 0; i < 20; i++)
        buf_printf(&text, "c = %s%u(d);\n", second_calls, i);
    buf_puts(&text, "}\n");
    return find(buf_text(&text)).count;
}

Test(duplication, what_calls_other_functions_is_no_copy)
{
    cr_expect_eq(count_copies("read", "read"), 1);
    cr_expect_eq(count_copies("read", "write"), 0);
}
