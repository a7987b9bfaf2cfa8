/* test_plain.c - strangers' bytes become UTF-8 text. */
#include "grader/text/plain.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "grader/base/attr.h"

#define BAD "\xef\xbf\xbd"

Test(plain, replaces_nuls_and_malformed_bytes)
{
    static const struct {
        const char *bytes;
        size_t length, ceiling;
        const char *text;
    } rows[] = {
        { "", 0, 10, "" },
        { "a\tb\n", 4, 10, "a\tb\n" },
        { "a\0b", 3, 10, "a" BAD "b" },
        { "\xff\xfe", 2, 10, BAD BAD },
        { "\xc3\xa9", 2, 10, "\xc3\xa9" },
        { "\xc3", 1, 10, BAD },
        { "\xc0\x80", 2, 10, BAD BAD },         /* overlong */
        { "\xed\xa0\x80", 3, 10, BAD BAD BAD }, /* a surrogate */
        { "\x1b[31m", 5, 10, "\x1b[31m" },      /* the renderer's business */
        { "abcdef", 6, 3, "abc" },
        { "ab\xc3\xa9", 4, 3, "ab" }, /* not cut in two */
        { "abc", 3, 0, "" },
    };
    SCOPED_ARENA arena = { 0 };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const char *got =
            plain_text(&arena, (struct str){ rows[i].bytes, rows[i].length }, rows[i].ceiling);
        cr_expect_str_eq(got, rows[i].text);
        cr_expect(str_is_utf8(str_of(got)));
    }
}
