/* test_escape.c - bytes of unknown origin as safe text. */
#include <criterion/criterion.h>
#include <ctype.h>
#include <string.h>

#include "grader/text/escape.h"

static const char *escaped(struct str text, enum escape_target target, enum escape_flags flags)
{
    static char out[4096];
    SCOPED_BUF buf;
    buf_init(&buf, sizeof out - 1);
    escape_put(&buf, text, target, flags);
    cr_assert(buf_ok(&buf));
    memcpy(out, buf_text(&buf), buf.length + 1);
    return out;
}

#define TERMINAL(text)                                                                             \
    escaped((struct str){ (text), sizeof(text) - 1 }, ESCAPE_TERMINAL, ESCAPE_NONE)
#define HTML(text) escaped((struct str){ (text), sizeof(text) - 1 }, ESCAPE_HTML, ESCAPE_NONE)
#define JSON(text) escaped((struct str){ (text), sizeof(text) - 1 }, ESCAPE_JSON, ESCAPE_NONE)

Test(escape, shows_controls_and_malformed_bytes_on_a_terminal)
{
    cr_assert_str_eq(TERMINAL("a\x1b[2J\x07"), "a\\x1b[2J\\x07");
    cr_assert_str_eq(TERMINAL("a\0b"), "a\\x00b");
    cr_assert_str_eq(TERMINAL("\xff\xc0\x80"), "\\xff\\xc0\\x80");
    cr_assert_str_eq(TERMINAL("\xc2\x9b"), "\\u009b");
    cr_assert_str_eq(TERMINAL("x\ny\tz\r"), "x\\ny\\tz\\x0d");
}

Test(escape, shows_what_turns_or_hides_text)
{
    cr_assert_str_eq(TERMINAL("\xe2\x80\xae\xe2\x81\xa6\xe2\x80\x8b\xef\xbb\xbf"),
                     "\\u202e\\u2066\\u200b\\ufeff");
    cr_assert_str_eq(TERMINAL("\xf3\xa0\x81\x81"), "\\ue0041");
    cr_assert_str_eq(TERMINAL("\xef\xbf\xbe"), "\\ufffe");
}

Test(escape, lets_ordinary_text_pass)
{
    cr_assert_str_eq(TERMINAL("na\xc3\xafve \xe4\xb8\xad \xf0\x9f\x98\x80 <&>"),
                     "na\xc3\xafve \xe4\xb8\xad \xf0\x9f\x98\x80 <&>");
}

Test(escape, leaves_no_markup_in_html)
{
    cr_assert_str_eq(HTML("<a href='x'>\"&\"</a>\x1b"),
                     "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/a&gt;\\x1b");
}

#define MARKDOWN(text)                                                                             \
    escaped((struct str){ (text), sizeof(text) - 1 }, ESCAPE_MARKDOWN, ESCAPE_NONE)

Test(escape, writes_as_a_number_what_may_begin_markup_in_markdown)
{
    cr_assert_str_eq(MARKDOWN("*_`<|["), "&#42;&#95;&#96;&#60;&#124;&#91;");
    cr_assert_str_eq(MARKDOWN("\\\x1b\n\xff"), "&#92;&#92;x1b&#92;n&#92;xff");
    for (int c = 0x21; c < 0x7f; c++) {
        char text[] = { 'a', (char)c, 'b', '\0' }, raw[] = { (char)c, 'b', '\0' };
        bool harmless = isalnum(c) || strchr("%'(),/;?{}", c);
        const char *out = escaped(str_of(text), ESCAPE_MARKDOWN, ESCAPE_NONE);
        cr_assert_eq(strstr(out, raw) != NULL, harmless, "%s", out);
    }
}

Test(escape, lets_a_full_stop_pass_that_ends_a_sentence)
{
    cr_assert_str_eq(MARKDOWN("www.x. Yes."), "www&#46;x. Yes.");
}

/* GitHub makes links of what follows, whatever stood in the source. */
Test(escape, parts_names_and_numbers_from_the_sign_before)
{
    cr_assert_str_eq(MARKDOWN("@ada #7"), "&#64;<!-- -->ada &#35;<!-- -->7");
}

Test(escape, makes_json_strings)
{
    cr_assert_str_eq(JSON("\"\\\n\t\x1b\x7f"), "\\\"\\\\\\n\\t\\u001b\\u007f");
    cr_assert_str_eq(JSON("a\0b\xff"), "a\xef\xbf\xbd"
                                       "b\xef\xbf\xbd");
    cr_assert_str_eq(JSON("\xf3\xa0\x81\x81"), "\\udb40\\udc41"); /* U+E0041 in UTF-16 */
}

Test(escape, lets_lines_pass_when_asked)
{
    struct str text = { "a\n\tb\r", 5 };
    cr_assert_str_eq(escaped(text, ESCAPE_HTML, ESCAPE_LINES), "a\n\tb\\x0d");
    cr_assert_str_eq(escaped(text, ESCAPE_TERMINAL, ESCAPE_LINES), "a\n\tb\\x0d");
}

Test(escape, cuts_by_columns_and_never_within_an_escape)
{
    static const char text[] = "ab\x1b"
                               "cd\xe4\xb8\xad"; /* a b \x1b c d and one ideograph: 10 columns */
    struct str whole = { text, sizeof text - 1 };
    cr_assert_eq(escape_columns(whole), 10);
    for (size_t columns = 1; columns < 13; columns++) {
        SCOPED_BUF buf;
        buf_init(&buf, 100);
        size_t used = escape_put_cut(&buf, whole, ESCAPE_TERMINAL, columns);
        cr_assert_leq(used, columns);
        cr_assert_eq(escape_columns((struct str){ buf_text(&buf), buf.length }), used);
        cr_assert_eq(strstr(buf_text(&buf), "\xe2\x80\xa6") != NULL, columns < 10, "%zu columns",
                     columns);
    }
}

Test(escape, knows_what_json_can_carry)
{
    cr_assert(escape_is_lossless((struct str){ "a\x1b\n", 3 }));
    cr_assert_not(escape_is_lossless((struct str){ "a\0", 2 }));
    cr_assert_not(escape_is_lossless((struct str){ "\xff", 1 }));
    cr_assert(escape_is_lossless((struct str){ NULL, 0 }));
}
