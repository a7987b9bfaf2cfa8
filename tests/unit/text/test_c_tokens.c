/* test_c_tokens.c - words and marks of C text with their lines. */
#include "grader/text/c_tokens.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* "line:token" of each, a space between. */
static const char *tokens_of(const char *text)
{
    static char out[1000];
    struct c_tokens tokens = { str_of(text), 0, 1 };
    struct c_token token;
    size_t length = 0;
    out[0] = '\0';
    while (c_tokens_next(&tokens, &token)) {
        struct str word = token.word.length ? token.word : (struct str){ &token.mark, 1 };
        length += (size_t)snprintf(out + length, sizeof out - length, "%s%u:%.*s",
                                   length ? " " : "", token.line, (int)word.length, word.at);
    }
    return out;
}

Test(c_tokens, are_words_and_marks)
{
    cr_expect_str_eq(tokens_of("for (i=0;\n\ti_1<n9;) x;"),
                     "1:for 1:( 1:i 1:= 1:0 1:; 2:i_1 2:< 2:n9 2:; 2:) 2:x 2:;");
    cr_expect_str_eq(tokens_of(""), "");
    cr_expect_str_eq(tokens_of(" \n "), "");
}

Test(c_tokens, leave_out_comments_and_literals)
{
    cr_expect_str_eq(tokens_of("a // b\nc /* d\n * e */ f"), "1:a 2:c 3:f");
    cr_expect_str_eq(tokens_of("a \"b \\\" c\" d '\\'' e"), "1:a 1:d 1:e");
    cr_expect_str_eq(tokens_of("a \"open\nb 'open\nc"), "1:a 2:b 3:c");
    cr_expect_str_eq(tokens_of("a / b /* open"), "1:a 1:/ 1:b");
    cr_expect_str_eq(tokens_of("a \"\\"), "1:a");
}

Test(c_tokens, take_any_bytes)
{
    static const char bytes[] = "a\0b\xff\x80 \x01";
    struct c_tokens tokens = { { bytes, sizeof bytes - 1 }, 0, 1 };
    struct c_token token;
    size_t count = 0;
    while (c_tokens_next(&tokens, &token))
        count++;
    cr_expect_eq(count, 6);
}
