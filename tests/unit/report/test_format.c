/* test_format.c - times and sizes as people read them. */
#include <criterion/criterion.h>

#include "grader/report/format.h"

Test(format, durations)
{
    static const struct {
        uint64_t us;
        const char *text;
    } rows[] = { { 0, "0 ms" },          { 40, "0.0 ms" },   { 400, "0.4 ms" },
                 { 9999, "9.9 ms" },     { 12345, "12 ms" }, { 1000000, "1000 ms" },
                 { 1500000, "1500 ms" }, { 2000000, "2 s" }, { 75000000, "75 s" } };
    char text[FORMAT_TEXT_MAX];
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        cr_assert_str_eq(format_duration(rows[i].us, text), rows[i].text);
}

Test(format, sizes)
{
    static const struct {
        uint64_t bytes;
        const char *text;
    } rows[] = { { 0, "0 B" },
                 { 1023, "1023 B" },
                 { 1024, "1 KiB" },
                 { 1536 * 1024, "1.5 MiB" },
                 { 256u << 20, "256 MiB" },
                 { (256u << 20) + (512u << 10), "256 MiB" },
                 { UINT64_C(3) << 40, "3 TiB" },
                 { UINT64_MAX, "16777215 TiB" } };
    char text[FORMAT_TEXT_MAX];
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        cr_assert_str_eq(format_bytes(rows[i].bytes, text), rows[i].text);
}
