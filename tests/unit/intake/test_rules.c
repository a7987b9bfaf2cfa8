/* test_rules.c - which names and paths are kept. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/intake/rules.h"

Test(rules, names_are_judged)
{
    char long_name[INTAKE_NAME_MAX + 2];
    memset(long_name, 'n', sizeof long_name);
    const struct {
        struct str name;
        enum left_out_reason reason;
    } rows[] = {
        { str_of("a.c"), LEFT_OUT_NOT },
        { str_of("My solution (2)+#.c"), LEFT_OUT_NOT },
        { str_of("..."), LEFT_OUT_NOT },
        { { long_name, INTAKE_NAME_MAX }, LEFT_OUT_NOT },
        { { long_name, INTAKE_NAME_MAX + 1 }, LEFT_OUT_NAME_LONG },
        { str_of(""), LEFT_OUT_NAME_EMPTY },
        { str_of("."), LEFT_OUT_NAME_RESERVED },
        { str_of(".."), LEFT_OUT_NAME_RESERVED },
        { str_of(".GiT"), LEFT_OUT_NAME_RESERVED },
        { str_of("-o.c"), LEFT_OUT_NAME_DASH },
        { str_of("a/b.c"), LEFT_OUT_NAME_SLASH },
        { str_of("a\nb.c"), LEFT_OUT_NAME_CONTROL },
        { str_of("a\x7f.c"), LEFT_OUT_NAME_CONTROL },
        { { "a\0.c", 4 }, LEFT_OUT_NAME_CONTROL },
        { str_of("it's.c"), LEFT_OUT_NAME_QUOTE },
        { str_of("a\"b.c"), LEFT_OUT_NAME_QUOTE },
        { str_of("a\\b.c"), LEFT_OUT_NAME_QUOTE },
        { str_of("gr\xc3\xb6\xc3\x9f"
                 "e.c"),
          LEFT_OUT_NAME_ASCII },
        { str_of("gr\xf6"
                 "e.c"),
          LEFT_OUT_NAME_UTF8 },
        { str_of("\xed\xa0\x80.c"), LEFT_OUT_NAME_UTF8 }, /* a surrogate */
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        cr_expect(name_judge(rows[i].name) == rows[i].reason, "row %zu", i);
}

Test(rules, only_c_headers_and_notes_are_of_interest)
{
    static const char *const yes[] = { "a.c", "a.h", "NOTES.md", "a.txt", "a.tar.c" };
    static const char *const no[] = { ".c", "a.cpp", "a.C", "Makefile", "a.c~", "c", "" };
    for (size_t i = 0; i < COUNT_OF(yes); i++)
        cr_expect(name_is_of_interest(str_of(yes[i])), "%s", yes[i]);
    for (size_t i = 0; i < COUNT_OF(no); i++)
        cr_expect(!name_is_of_interest(str_of(no[i])), "%s", no[i]);
}

Test(rules, paths_are_judged_part_by_part)
{
    static const char *const sound[] = { "a.c", "x/y/z.h", "1/2/3/4/5/6/7/8.c" };
    static const char *const unsound[] = {
        "",     "/a.c",       "a//b.c", "../a.c", "a/../b.c",
        "a.c/", "a/.git/b.c", "x/-a.c", "x",      "1/2/3/4/5/6/7/8/9.c"
    };
    for (size_t i = 0; i < COUNT_OF(sound); i++)
        cr_expect(path_is_sound(str_of(sound[i])), "%s", sound[i]);
    for (size_t i = 0; i < COUNT_OF(unsound); i++)
        cr_expect(!path_is_sound(str_of(unsound[i])), "%s", unsound[i]);
}

Test(rules, a_path_clashes_with_itself_and_with_what_lies_below_it)
{
    cr_expect(paths_clash(str_of("a.c"), str_of("a.c")));
    cr_expect(paths_clash(str_of("a.c"), str_of("a.c/b.c")));
    cr_expect(paths_clash(str_of("a.c/b.c"), str_of("a.c")));
    cr_expect(!paths_clash(str_of("a.c"), str_of("a.cc")));
    cr_expect(!paths_clash(str_of("a.c"), str_of("b.c")));
}

Test(rules, every_reason_has_words)
{
    for (int reason = 0; reason < LEFT_OUT_COUNT; reason++)
        cr_expect(strlen(left_out_reason_text((enum left_out_reason)reason)) > 3, "%d", reason);
}

Test(rules, a_folder_path_joins_root_and_problem)
{
    char path[INTAKE_FOLDER_PATH_MAX + 1];
    cr_assert(folder_path("", "lru", path) && strcmp(path, "lru") == 0);
    cr_assert(folder_path("a/b", "lru", path) && strcmp(path, "a/b/lru") == 0);
    char long_root[INTAKE_FOLDER_PATH_MAX + 1];
    memset(long_root, 'r', sizeof long_root - 1);
    long_root[INTAKE_FOLDER_PATH_MAX] = '\0';
    cr_assert(!folder_path(long_root, "lru", path));
}
