/* test_readers.c - what tools print becomes raw findings, whatever it is. */
#include <criterion/criterion.h>

#include "grader/quality/neutral.h"
#include "grader/quality/read_clang.h"
#include "grader/quality/read_cppcheck.h"
#include "grader/quality/read_gcc.h"
#include "grader/quality/reader.h"
#include "grader/quality/sanitize.h"

static struct arena arena;
static struct source_file files[] = { { "a.c", { "", 0 } }, { "b/a.c", { "", 0 } } };
static const struct source_set sources = { "x", files, 2 };
static struct raw_list list;

static void set_up(void)
{
    list = (struct raw_list){ .arena = &arena, .sources = &sources };
}
static void tear_down(void)
{
    arena_release(&arena);
}
TestSuite(readers, .init = set_up, .fini = tear_down);

Test(readers, gcc_json_with_a_path)
{
    size_t errors;
    cr_assert(read_gcc(
        str_of("cc1: something\n"
               "[{\"kind\": \"warning\", \"locations\": [{\"caret\": {\"line\": 9, \"file\": "
               "\"./a.c\", \"column\": 3}}], \"option\": \"-Wanalyzer-malloc-leak\", \"message\": "
               "\"leak\", \"path\": [{\"location\": {\"line\": 4, \"file\": \"a.c\"}, "
               "\"description\": \"allocated here\", \"function\": \"f\"}, {\"location\": "
               "{\"line\": 5, \"file\": \"a.c\"}, \"description\": \"following branch\", "
               "\"function\": \"f\"}]}, {\"kind\": \"error\", \"message\": \"x\"}]\n"),
        &list, &errors));
    cr_assert_eq(list.count, 1);
    cr_expect_eq(errors, 1);
    cr_expect_eq(list.items[0].line, 9);
    cr_expect_eq(list.items[0].origin_line, 4);
    cr_expect_eq(list.items[0].step_count, 1, "branches are no steps");
    cr_expect_str_eq(list.items[0].function, "f");
    cr_expect_str_eq(list.compile_error, "x", "the first, whatever place it has");
}

static size_t steps_of(const char *description)
{
    size_t errors;
    list.count = 0;
    cr_assert(read_gcc(
        str_of(arena_printf(&arena,
                            "[{\"kind\": \"warning\", \"locations\": [{\"caret\": {\"line\": 9, "
                            "\"file\": \"a.c\"}}], \"option\": \"-Wx\", \"message\": \"m\", "
                            "\"path\": [{\"location\": {\"line\": 4, \"file\": \"a.c\"}, "
                            "\"description\": \"%s\", \"function\": \"f\"}]}]\n",
                            description)),
        &list, &errors));
    cr_assert_eq(list.count, 1);
    return list.items[0].step_count;
}

Test(readers, gcc_steps_that_speak_of_its_inner_form_are_left_out)
{
    static const char *const inner[] = { "\xe2\x80\x98"
                                         "PHI <_25(14)>\xe2\x80\x99 is NULL",
                                         "\xe2\x80\x98"
                                         "0\xe2\x80\x99 is NULL",
                                         "use of '*count_68 + _39' here",
                                         "use of '_39'",
                                         "use of '*values.3_11' here",
                                         "state of '&HEAP_ALLOCATED_REGION(56)'" };
    files[0].bytes = str_of("int row_7, count;");
    for (size_t i = 0; i < COUNT_OF(inner); i++)
        cr_expect_eq(steps_of(inner[i]), 0, "%s", inner[i]);
    cr_expect_eq(steps_of("'row_7' is NULL"), 1, "so it is written");
    cr_expect_eq(steps_of("'row' could be NULL: unchecked value from (3)"), 1);
    files[0].bytes = (struct str){ "", 0 };
}

Test(readers, gcc_notes_tell_where_a_block_came_from_and_where_a_case_runs_into)
{
    size_t errors;
    cr_assert(read_gcc(
        str_of("[{\"kind\": \"warning\", \"locations\": [{\"caret\": {\"line\": 9, \"file\": "
               "\"a.c\"}}], \"option\": \"-Warray-bounds\", \"message\": \"m\"}, {\"kind\": "
               "\"note\", \"locations\": [{\"caret\": {\"line\": 4, \"file\": \"a.c\"}}], "
               "\"message\": \"object of size 8 allocated by malloc\"}, {\"kind\": \"warning\", "
               "\"locations\": [{\"caret\": {\"line\": 20, \"file\": \"a.c\"}}], \"option\": "
               "\"-Wimplicit-fallthrough=\", \"message\": \"m\", \"children\": [{\"kind\": "
               "\"note\", \"message\": \"here\", \"locations\": [{\"caret\": {\"line\": 25, "
               "\"file\": \"a.c\"}}]}]}]\n"),
        &list, &errors));
    cr_assert_eq(list.count, 2, "a note is no finding");
    cr_expect_eq(list.items[0].line, 9);
    cr_expect_eq(list.items[0].origin_line, 4);
    cr_expect_eq(list.items[1].line, 25);
}

Test(readers, gcc_of_other_files_and_without_an_option_is_passed_over)
{
    size_t errors;
    cr_assert(read_gcc(str_of("[{\"kind\": \"warning\", \"locations\": [{\"caret\": {\"line\": 9, "
                              "\"file\": \"/usr/include/a.c\"}}], \"option\": \"-Wx\", "
                              "\"message\": \"m\"}, {\"kind\": \"warning\", \"message\": \"m\"}]"),
                       &list, &errors));
    cr_expect_eq(list.count, 0);
}

Test(readers, gcc_that_prints_no_json_is_said)
{
    static const char *const bad[] = { "[", "[{\"kind\"", "[1, 2", "[{\"kind\": \"warning\"}" };
    size_t errors;
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        cr_expect(!read_gcc(str_of(bad[i]), &list, &errors), "%s", bad[i]);
    cr_expect(read_gcc(str_of("[7, null, [], {\"kind\": 3, \"path\": 4, \"locations\": {}}]"),
                       &list, &errors),
              "JSON of another shape is nothing");
    cr_expect_eq(list.count, 0);
}

Test(readers, clang_lines_with_notes)
{
    size_t errors = read_clang(
        str_of("a.c:17:5: warning: Potential leak of memory pointed to by 't' [unix.Malloc]\n"
               "    scanf(\"%d\", &n);\n"
               "a.c:16:15: note: Memory is allocated\n"
               "/box/work/b/a.c:3:1: warning: m [check,-warnings-as-errors]\n"
               "/usr/include/a.c:3:1: warning: m [check]\n"
               "a.c:1:2: error: broken [clang-diagnostic-error]\n"
               "a.c:x:2: warning: no line [check]\n"
               "a.c:1:2: warning: no check\n"),
        "clang", &list);
    cr_expect_eq(errors, 1);
    cr_assert_eq(list.count, 2);
    cr_expect_eq(list.items[0].origin_line, 16);
    cr_expect_str_eq(list.items[1].file, "b/a.c");
    cr_expect_str_eq(list.items[1].label, "check");
}

Test(readers, cppcheck_lines_with_steps)
{
    read_cppcheck(str_of("a.c:24:5: error: doubleFree: Memory pointed to by 'q' is freed twice.\n"
                         "a.c:23:5: step: Memory pointed to by 'q' is freed twice.\n"
                         "nofile:0:0: information: missingInclude: x\n"
                         "a.c:1:1: error\n"),
                  &list);
    cr_assert_eq(list.count, 1);
    cr_expect_str_eq(list.items[0].label, "doubleFree");
    cr_assert_eq(list.items[0].step_count, 1);
    cr_expect_eq(list.items[0].steps[0].line, 23);
}

Test(readers, the_reader_of_code_is_believed_only_in_what_has_its_form)
{
    struct quality quality = { 0 };
    const char *trouble =
        reader_parse(str_of("function\t0\t3\t1\t2\t5\t1\t0\tmain\n"
                            "function\t9\t3\t1\t2\t5\t1\t0\tno such file\n"
                            "function\t0\t3\t1\t2\t5\t-1\t0\tnegative\n"
                            "finding\t1\t4\t1\tunchecked-result\tf\t'scanf'\twith a tab\n"
                            "calls\t3\t1\ntokens\t90\t0\nnonsense\nend\n"),
                     &list, &quality);
    cr_expect(trouble == NULL);
    cr_assert_eq(quality.function_count, 1);
    cr_expect_eq(quality.functions[0].lines, 5);
    cr_assert_eq(list.count, 1);
    cr_expect_str_eq(list.items[0].file, "b/a.c");
    cr_expect(quality.calls_to_check == 3 && quality.calls_unchecked == 1);
    cr_expect(reader_parse(str_of("calls\t3\t1\n"), &list, &quality) != NULL, "no end");
}

static const struct sanitize_test sanitized[] = {
    { "sample/1", { "", 0 } }, { "secret/2/7", { "", 0 } }, { "c", { "", 0 } }, { "d", { "", 0 } }
};

Test(readers, sanitizers_are_believed_in_kind_and_place)
{
    size_t runs;
    cr_assert(sanitize_read(
        str_of("built\nrun 1\n"
               "a.c:3:7: runtime error: signed integer overflow: 'x' + 1\n"
               "run 2\n"
               "==17==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x60\n"
               "frame 0x10\nframe 0x2f\nframe 0x30\nframe 0x40\n"
               "run 3\n"
               "==1==ERROR: AddressSanitizer: SEGV on unknown address 0x000000000008 (pc)\n"
               "frame 0x77\nframe 0xzz\nframe 0x50\n"
               "run 4\n"
               "frame 0x40\n"
               "a.c:5:1: runtime error: odd words\n"
               "places\n"
               "0x0000000000000010\n/usr/src/libc.c:9\n"
               "0x000000000000002f\n/box/work/b/a.c:12 (discriminator 3)\n"
               "0x0000000000000030\n/box/work/a.c:1\n"
               "0x0000000000000040\na.c:2\n"
               "0x0000000000000050\na.c:8\n"),
        sanitized, COUNT_OF(sanitized), &list, &runs));
    cr_assert_eq(list.count, 4);
    cr_expect_eq(runs, 4);
    cr_expect_str_eq(list.items[0].label, "integer-overflow");
    cr_expect_eq(list.items[0].line, 3);
    cr_expect_str_eq(list.items[0].message, "", "its words are the program's");
    cr_expect_str_eq(list.items[0].steps[0].message, "seen when the public test sample/1 was run");
    cr_expect_str_eq(list.items[1].label, "out-of-bounds");
    cr_expect_str_eq(list.items[1].file, "b/a.c");
    cr_expect_eq(list.items[1].line, 12);
    cr_expect_str_eq(list.items[1].steps[0].message,
                     "seen when the public test secret/2/7 was run");
    cr_expect_str_eq(list.items[2].label, "null-dereference");
    cr_expect_eq(list.items[2].line, 8, "an address without a place is passed over");
    cr_expect_str_eq(list.items[3].label, "sanitizer");
}

Test(readers, sanitizers_of_tests_that_nobody_asked_for_are_not_believed)
{
    size_t runs = 9;
    cr_expect_not(sanitize_read(str_of(""), sanitized, 4, &list, &runs), "it was not built");
    cr_expect_eq(runs, 0);
    cr_expect(sanitize_read(str_of("built\na.c:1:1: runtime error: shift\n"
                                   "run 5\na.c:1:1: runtime error: shift\n"
                                   "run x\na.c:1:1: runtime error: shift\n"
                                   "run 2\nframe 0x1\nplaces\n0x1\na.c:1\n"),
                            sanitized, 4, &list, &runs));
    cr_expect_eq(list.count, 0);
    cr_expect_eq(runs, 2);
}

static const char *neutral(const char *text, size_t *out_count)
{
    const struct source_file file = { "a.c", str_of(text) };
    struct source_file out;
    *out_count = neutral_source(&file, &list, &out);
    cr_assert_eq(out.bytes.length, file.bytes.length, "columns stay");
    return arena_memdup(&arena, out.bytes.at, out.bytes.length);
}

Test(readers, nothing_in_a_source_silences_a_tool)
{
    static const struct {
        const char *from, *to;
        size_t count;
    } cases[] = {
        { "x(); // NOLINT\n", "x(); // NOLIN_\n", 1 },
        { "// cppcheck-suppress all", "// cppcheck_suppress all", 1 },
        { "#pragma GCC diagnostic ignored \"-Wall\"", "#pragma GCC diagnosti_ ignored \"-Wall\"",
          1 },
        { "_Pragma(\"clang  diagnostic push\")", "_Pragma(\"clang  diagnosti_ push\")", 1 },
        { "int diagnostic;", "int diagnostic;", 0 },
        { "#pragma GCC system_header", "#pragma GCC system_heade_", 1 },
        { "int a;\n# 7 \"x.h\" 3\nint b;", "int a;\n           \nint b;", 1 },
        { "#line 9 \"b.c\"", "             ", 1 },
        { "  #  line 9", "           ", 1 },
        { "#include <stdio.h>", "#include <stdio.h>", 0 },
        { "__attribute__((no_sanitize(\"address\")))", "__attribute__((no_sanitiz_(\"address\")))",
          1 },
        { "", "", 0 },
        { "#", "#", 0 },
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        size_t count;
        const char *got = neutral(cases[i].from, &count);
        cr_expect_str_eq(got, cases[i].to);
        cr_expect_eq(count, cases[i].count, "%s", cases[i].from);
    }
    cr_expect_gt(list.count, 0, "and it is reported");
}
