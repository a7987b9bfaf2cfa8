/* test_str.c - views of bytes, and questions about text. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/base/str.h"

Test(str, compares_bytes_and_not_c_strings)
{
    cr_expect(str_equal((struct str){ "a\0b", 3 }, (struct str){ "a\0b", 3 }));
    cr_expect(!str_equal((struct str){ "a\0b", 3 }, (struct str){ "a\0c", 3 }));
    cr_expect(str_equal((struct str){ NULL, 0 }, (struct str){ "x", 0 }));
    cr_expect(str_is(str_of("abc"), "abc") && !str_is(str_of("abc"), "ab"));
    cr_expect(!str_is((struct str){ "a\0", 2 }, "a"));
    cr_expect(str_starts("abc", "") && str_starts("abc", "abc") && !str_starts("ab", "abc"));
    cr_expect(str_ends("a.c", ".c") && str_ends("a", "") && !str_ends("c", ".c"));
}

Test(str, cuts_lines)
{
    static const struct {
        const char *text, *lines[4];
    } cases[] = {
        { "", { NULL } },
        { "a", { "a", NULL } },
        { "a\n", { "a", NULL } },
        { "\n", { "", NULL } },
        { "a\n\nb", { "a", "", "b", NULL } },
        { "a\r\nb\n", { "a\r", "b", NULL } },
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct str rest = str_of(cases[i].text), line;
        size_t k = 0;
        for (; str_next_line(&rest, &line); k++)
            cr_assert(cases[i].lines[k] && str_is(line, cases[i].lines[k]), "%zu.%zu", i, k);
        cr_expect(cases[i].lines[k] == NULL, "case %zu has %zu lines", i, k);
    }
}

/* Table 3-7 of the Unicode Standard 15, "Well-Formed UTF-8 Byte Sequences", row by row. */
static const struct {
    unsigned char from[4], to[4];
    size_t size;
} well_formed[] = {
    { { 0x00 }, { 0x7f }, 1 },
    { { 0xc2, 0x80 }, { 0xdf, 0xbf }, 2 },
    { { 0xe0, 0xa0, 0x80 }, { 0xe0, 0xbf, 0xbf }, 3 },
    { { 0xe1, 0x80, 0x80 }, { 0xec, 0xbf, 0xbf }, 3 },
    { { 0xed, 0x80, 0x80 }, { 0xed, 0x9f, 0xbf }, 3 },
    { { 0xee, 0x80, 0x80 }, { 0xef, 0xbf, 0xbf }, 3 },
    { { 0xf0, 0x90, 0x80, 0x80 }, { 0xf0, 0xbf, 0xbf, 0xbf }, 4 },
    { { 0xf1, 0x80, 0x80, 0x80 }, { 0xf3, 0xbf, 0xbf, 0xbf }, 4 },
    { { 0xf4, 0x80, 0x80, 0x80 }, { 0xf4, 0x8f, 0xbf, 0xbf }, 4 },
};

/* The size of the sequence at the front; 0: none. */
static size_t size_by_table(const unsigned char *bytes, size_t length)
{
    for (size_t row = 0; row < COUNT_OF(well_formed); row++) {
        size_t size = well_formed[row].size, i = 0;
        while (i < size && i < length && bytes[i] >= well_formed[row].from[i] &&
               bytes[i] <= well_formed[row].to[i])
            i++;
        if (i == size)
            return size;
    }
    return 0;
}

static void check_front(const unsigned char *bytes, size_t length)
{
    size_t at = 0, size = size_by_table(bytes, length);
    long rune = str_next_rune((struct str){ (const char *)bytes, length }, &at);
    cr_assert(at == (size ? size : 1) && (rune >= 0) == (size > 0), "%02x %02x %02x %02x: %ld",
              bytes[0], bytes[1], bytes[2], bytes[3], rune);
}

Test(str, knows_well_formed_utf8_by_the_standards_table)
{
    static const unsigned char edges[] = { 0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f,
                                           0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0,
                                           0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff };
    enum { EDGES = sizeof edges };
    for (unsigned first = 0; first < 256; first++)
        for (unsigned second = 0; second < 256; second++)
            for (unsigned rest = 0; rest < EDGES * EDGES; rest++) {
                unsigned char bytes[] = { (unsigned char)first, (unsigned char)second,
                                          edges[rest / EDGES], edges[rest % EDGES] };
                for (size_t length = rest ? 4 : 1; length <= 4; length++)
                    check_front(bytes, length);
            }
}

/* Encoded by RFC 3629's own rule, every code point comes back. */
Test(str, decodes_every_code_point)
{
    for (long rune = 0; rune <= 0x10ffff; rune++) {
        unsigned char b[4];
        size_t size = rune < 0x80 ? 1 : rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
        static const unsigned char lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
        for (size_t i = 0; i < size; i++)
            b[i] = (unsigned char)((i ? 0x80 : lead[size]) |
                                   (rune >> (6 * (size - 1 - i)) & (i ? 0x3f : 0x7f)));
        size_t at = 0;
        struct str text = { (const char *)b, size };
        bool is_surrogate = rune >= 0xd800 && rune <= 0xdfff;
        cr_assert(str_next_rune(text, &at) == (is_surrogate ? -1 : rune), "U+%04lX", rune);
        cr_assert(str_is_utf8(text) == !is_surrogate);
    }
}

Test(str, a_text_is_utf8_as_a_whole)
{
    cr_expect(str_is_utf8(str_of("")) && str_is_utf8(str_of("naïve €")));
    cr_expect(!str_is_utf8(str_of("a\xff")) && !str_is_utf8(str_of("\xe2\x82")));
    cr_expect(str_is_utf8((struct str){ "a\0b", 3 }));
}
