/* test_width.c - columns of code points; the truth is the C library's own table. */
#include <criterion/criterion.h>
#include <locale.h>
#include <wchar.h>

#include "grader/text/width.h"

Test(width, is_what_everybody_knows)
{
    cr_assert_eq(width_of_rune('a'), 1);
    cr_assert_eq(width_of_rune(0xe9), 1);    /* e with acute */
    cr_assert_eq(width_of_rune(0x301), 0);   /* combining acute */
    cr_assert_eq(width_of_rune(0x4e2d), 2);  /* zhong */
    cr_assert_eq(width_of_rune(0xac00), 2);  /* ga */
    cr_assert_eq(width_of_rune(0xff21), 2);  /* full-width A */
    cr_assert_eq(width_of_rune(0xff71), 1);  /* half-width a */
    cr_assert_eq(width_of_rune(0x1f600), 2); /* grinning face */
    cr_assert_eq(width_of_rune(0x2588), 1);  /* full block */
    cr_assert_eq(width_of_rune(0x10ffff), 1);
    cr_assert_eq(width_of_rune(-1), 1);
}

/* glibc follows another version of Unicode and has its own mind about a few hundred; what is no
 * printable character (-1) or a format character is not compared. */
Test(width, agrees_with_the_c_library)
{
    cr_assert_not_null(setlocale(LC_CTYPE, "C.UTF-8"));
    size_t compared = 0, different = 0;
    for (long rune = 0x20; rune < 0x30000; rune++) {
        int width = wcwidth((wchar_t)rune);
        if (width < 0 || (width == 0 && width_of_rune(rune) == 1))
            continue;
        compared++;
        different += (unsigned)width != width_of_rune(rune);
    }
    cr_assert_gt(compared, 100000);
    cr_assert_lt(different, 300, "%zu of %zu differ", different, compared);
}
