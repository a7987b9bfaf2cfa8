/* test_c_words.c - C text as tokens that know their place. */
#include "grader/text/c_words.h"

#include <criterion/criterion.h>
#include <string.h>

#include "grader/base/buf.h"

static struct arena arena;

static void release(void)
{
    arena_release(&arena);
}

TestSuite(c_words, .fini = release);

/* All tokens, each with its kind's letter in front. */
static void expect(const char *source, const char *wanted)
{
    struct c_words words;
    SCOPED_BUF got;
    buf_init(&got, 4096);
    c_words_read(str_of(source), &arena, &words);
    for (size_t i = 0; i < words.count; i++)
        buf_printf(&got, "%s%c%.*s", i ? " " : "", "nNlm"[words.list[i].kind],
                   (int)words.list[i].text.length, words.list[i].text.at);
    cr_expect(strcmp(buf_text(&got), wanted) == 0, "%s\nis     %s\nwanted %s", source,
              buf_text(&got), wanted);
}

Test(c_words, operators_are_as_long_as_they_can_be)
{
    expect("a<<=b>>c<=d->e+++f", "na m<<= nb m>> nc m<= nd m-> ne m++ m+ nf");
    expect("x=-1;", "nx m= m- N1 m;");
    expect("f(int n, ...)", "nf m( nint nn m, m... m)");
}

Test(c_words, numbers_keep_suffixes_and_exponents)
{
    expect("10UL 0x1e+2 1e+5 .5f 1.", "N10UL N0x1e+2 N1e+5 N.5f N1.");
}

Test(c_words, literals_are_one_token_and_end_with_their_line)
{
    expect("\"a\\\"b\" '\\'' x", "l\"a\\\"b\" l'\\'' nx");
    expect("\"open\ny", "l\"open ny");
    expect("\"open\\", "l\"open\\");
}

Test(c_words, comments_and_directives_are_none)
{
    expect("a /* b */ c // d\ne", "na nc ne");
    expect("#define X \\\n  1 + 2\nb # c", "nb m# nc");
    expect("#if /* two\nlines */ 1\nx", "nx");
    expect("/* open", "");
    expect("", "");
}

Test(c_words, places_are_counted_from_1)
{
    struct c_words words;
    c_words_read(str_of("int\n  main /*\n */ ( )"), &arena, &words);
    static const unsigned places[][2] = { { 1, 1 }, { 2, 3 }, { 3, 5 }, { 3, 7 } };
    cr_assert(words.count == 4);
    for (size_t i = 0; i < words.count; i++)
        cr_expect(words.list[i].line == places[i][0] && words.list[i].column == places[i][1],
                  "token %zu is at %u:%u", i, words.list[i].line, words.list[i].column);
}

Test(c_words, any_bytes_are_tokens_that_follow_each_other)
{
    for (unsigned seed = 1; seed <= 300; seed++) {
        char bytes[80];
        unsigned state = seed;
        for (size_t i = 0; i < sizeof bytes; i++)
            bytes[i] = "/*\"'\\\n#a1.+<=\xc3\0 "[(state = state * 1103515245 + 12345) >> 16 & 15];
        struct c_words words;
        c_words_read((struct str){ bytes, seed % sizeof bytes }, &arena, &words);
        const char *end = bytes;
        for (size_t i = 0; i < words.count; i++) {
            cr_assert(words.list[i].text.at >= end && words.list[i].text.length > 0);
            end = words.list[i].text.at + words.list[i].text.length;
        }
        cr_assert(end <= bytes + seed % sizeof bytes);
    }
}
