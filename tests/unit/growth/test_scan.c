/* test_scan.c - sources whose words could hide work, and sources whose words can't. */
#include "grader/growth/scan.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static struct arena arena;
static void tear_down(void)
{
    arena_release(&arena);
}
TestSuite(scan, .fini = tear_down);

static const char *in_source(const char *text)
{
    struct source_file file = { "main.c", str_of(text) };
    const struct source_set set = { "x", &file, 1 };
    return scan_words(&set, &arena);
}

Test(scan, finds_what_could_lower_a_count_in_a_source)
{
    cr_expect(eq(str, (char *)in_source("int x;\nvoid f(void) { __asm__(\"nop\"); }"),
                 "main.c:2: inline assembly"));
    cr_expect(
        eq(str, (char *)in_source("/*\n*/ asm volatile(\"\");"), "main.c:2: inline assembly"));
    cr_expect(eq(str, (char *)in_source("__attribute__((no_profile_instrument_function)) int f();"),
                 "main.c:1: an attribute that switches counting off"));
    cr_expect(eq(str, (char *)in_source("int x __attribute__((section(\".x\")));"),
                 "main.c:1: an attribute that chooses a section"));
    cr_expect(eq(str, (char *)in_source("extern long __start___llvm_prf_cnts[];"),
                 "main.c:1: the name of the counters"));
}

Test(scan, reads_no_comments_strings_or_ordinary_names)
{
    cr_expect(eq(str,
                 (char *)in_source("// asm\n/* asm */ const char *s = \"asm \\\" asm\"; char c = "
                                   "'\"'; int plasma, asmx, section;"),
                 ""));
    cr_expect(eq(str, (char *)in_source("/* unfinished asm"), ""));
    cr_expect(eq(str, (char *)in_source("\"unfinished asm"), ""));
}

static bool may(const char *text)
{
    struct source_file file = { "main.c", str_of(text) };
    const struct source_set set = { "x", &file, 1 };
    return scan_may_escape(&set);
}

Test(scan, lets_ordinary_sources_pass_without_a_look)
{
    cr_expect(not(may("")));
    cr_expect(not(may("#include <stdio.h>\n#define MAX(a, b) ((a) > (b) ? (a) : (b))\n"
                      "int main(void) { printf(\"%d \\\"x\\\"\\n\", MAX(1, 2)); return 0; }\n")));
    cr_expect(not(may("char c = '\\\\', d = '\\n'; int a[2]; int b = a[c[d]]; int section;")));
}

Test(scan, wants_a_look_where_a_word_of_the_compiler_may_stand_or_be_made)
{
    static const char *const texts[] = {
        "asm(\"nop\");",        "__attribute__((x))", "#pragma weak x",    "_Pragma(\"x\")",
        "#define J(a, b) a##b", "a %:%: b",           "[[gnu::cold]]",     "<:<:gnu::cold:>:>",
        "as\\\nm(\"nop\");",    "as\\ \t\r\nm();",    "__declspec(naked)",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        cr_expect(may(texts[i]), "%s", texts[i]);
}
