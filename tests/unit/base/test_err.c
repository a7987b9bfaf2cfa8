/* test_err.c - errors are values with a kind and a story. */
#include <criterion/criterion.h>
#include <errno.h>
#include <string.h>

#include "grader/base/err.h"

Test(err, zero_is_no_error)
{
    struct err err = { 0 };
    cr_expect(!err_is_set(&err));
    err_set(&err, ERR_INPUT, "x");
    cr_expect(err_is_set(&err));
    err_clear(&err);
    cr_expect(!err_is_set(&err) && err.text[0] == '\0');
}

Test(err, each_place_is_put_in_front_once_and_the_kind_stays)
{
    struct err err = { 0 };
    cr_expect(!err_set(&err, ERR_FAULT, "no %s", "disk"));
    cr_expect(!err_wrap(&err, "case '%d'", 3));
    cr_expect(!err_wrap(&err, "problem 'p'"));
    cr_expect_str_eq(err.text, "problem 'p': case '3': no disk");
    cr_expect(err.kind == ERR_FAULT);
    err_set(&err, ERR_USAGE, "another");
    cr_expect_str_eq(err.text, "another");
    cr_expect(err.kind == ERR_USAGE);
}

Test(err, tells_the_cause_that_the_system_gave_and_leaves_it)
{
    struct err err = { 0 };
    errno = ENOENT;
    cr_expect(!err_sys(&err, ERR_INPUT, "cannot open '%s'", "x"));
    cr_expect_str_eq(err.text, "cannot open 'x': No such file or directory");
    cr_expect(errno == ENOENT);
}

Test(err, cuts_what_is_too_long_and_keeps_the_front)
{
    struct err err = { 0 };
    char text[3 * ERR_TEXT_MAX];
    memset(text, 'x', sizeof text);
    text[sizeof text - 1] = '\0';
    err_set(&err, ERR_INPUT, "%s", text);
    cr_expect(strlen(err.text) == ERR_TEXT_MAX - 1);
    err_wrap(&err, "place");
    cr_expect(strlen(err.text) == ERR_TEXT_MAX - 1);
    cr_expect(strncmp(err.text, "place: xxx", 10) == 0);
    errno = EIO;
    err_sys(&err, ERR_INPUT, "%s", text);
    cr_expect(strlen(err.text) == ERR_TEXT_MAX - 1);
    for (int i = 0; i < 100; i++)
        err_wrap(&err, "%s", text);
    cr_expect(strlen(err.text) < ERR_TEXT_MAX);
}

/* A percent sign in what was read is text. */
Test(err, never_reads_a_story_as_a_format)
{
    struct err err = { 0 };
    err_set(&err, ERR_INPUT, "%s", "100 %n %s");
    err_wrap(&err, "%s", "%d");
    cr_expect_str_eq(err.text, "%d: 100 %n %s");
}
