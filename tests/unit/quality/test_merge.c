/* test_merge.c - complaints of tools become findings: which count, which are one, in which order.
 */
#include "grader/quality/merge.h"

#include <criterion/criterion.h>
#include <stdio.h>

#include "grader/quality/rules.h"

static struct arena arena;
static struct source_file files[] = { { "a.c", { "", 0 } }, { "b/a.c", { "", 0 } } };
static const struct source_set sources = { "x", files, 2 };
static struct raw_list list;
static struct quality quality;

static void set_up(void)
{
    static struct quality_function functions[] = { { "a.c", 1, "first", 0, 1, 9, 0, 0 },
                                                   { "a.c", 20, "main", 0, 1, 30, 0, 0 } };
    list = (struct raw_list){ .arena = &arena, .sources = &sources };
    quality = (struct quality){ .functions = functions, .function_count = 2 };
}
static void tear_down(void)
{
    arena_release(&arena);
}
TestSuite(merge, .init = set_up, .fini = tear_down);

static struct raw_finding *add(const char *tool, const char *label, unsigned line,
                               const char *message)
{
    struct raw_finding *item = raw_add(&list);
    item->tool = tool;
    item->label = label;
    item->file = "a.c";
    item->line = line;
    item->message = message;
    return item;
}

Test(merge, one_thing_in_one_line_is_one_finding_with_all_tools)
{
    add("gcc", "-Wanalyzer-double-free", 5,
        "double-\xe2\x80\x98"
        "free\xe2\x80\x99 of "
        "\xe2\x80\x98p\xe2\x80\x99");
    add("cppcheck", "doubleFree", 5, "Memory pointed to by 'p' is freed twice.");
    merge_findings(&list, &quality);
    cr_assert_eq(quality.finding_count, 1);
    const struct quality_finding *finding = &quality.findings[0];
    cr_expect_str_eq(finding->message, "Memory is freed twice: 'p'.");
    cr_expect_str_eq(finding->function, "first");
    cr_assert_eq(finding->tool_count, 2);
    cr_expect_str_eq(finding->tools[1], "cppcheck");
}

Test(merge, one_variable_of_one_function_is_one_finding)
{
    add("cppcheck", "memleak", 4, "Memory leak: p");
    add("cppcheck", "memleak", 7, "Memory leak: p");
    add("cppcheck", "memleak", 8, "Memory leak: q");
    merge_findings(&list, &quality);
    cr_expect_eq(quality.finding_count, 2);
}

Test(merge, a_leak_stands_where_the_memory_came_from)
{
    struct raw_finding *item = add("clang", "unix.Malloc", 8,
                                   "Potential leak of memory pointed to "
                                   "by 'p'");
    item->origin_file = "a.c";
    item->origin_line = 3;
    merge_findings(&list, &quality);
    cr_assert_eq(quality.finding_count, 1);
    cr_expect_eq(quality.findings[0].line, 3);
    cr_expect(quality.findings[0].kind == QUALITY_ACTIONABLE);
}

Test(merge, what_main_keeps_to_the_end_is_no_leak_to_mend)
{
    add("cppcheck", "memleak", 25, "Memory leak: p");
    merge_findings(&list, &quality);
    cr_assert_eq(quality.finding_count, 1);
    cr_expect_str_eq(quality.findings[0].rule, "leak-at-exit");
    cr_expect(quality.findings[0].kind == QUALITY_INFORMATIVE);
}

Test(merge, checks_without_a_rule_are_passed_over)
{
    add("cppcheck", "variableScope", 2, "The scope of the variable 'i' can be reduced.");
    add("gcc", "-Wunused-result", 3,
        "ignoring return value of \xe2\x80\x98"
        "fgets\xe2\x80\x99");
    merge_findings(&list, &quality);
    cr_expect_eq(quality.finding_count, 0);
}

Test(merge, a_lone_path_over_several_calls_is_a_suspicion)
{
    struct raw_finding *item = add("clang", "unix.Malloc", 5, "Use of memory after it is freed");
    item->steps[0] = (struct quality_step){ "a.c", 1, "Calling 'f'" };
    item->steps[1] = (struct quality_step){ "a.c", 2, "Calling 'g'" };
    item->step_count = 2;
    merge_findings(&list, &quality);
    cr_assert(quality.findings[0].kind == QUALITY_INFORMATIVE);
    add("gcc", "-Wanalyzer-use-after-free", 5,
        "use after \xe2\x80\x98"
        "free\xe2\x80\x99 of "
        "\xe2\x80\x98p\xe2\x80\x99");
    merge_findings(&list, &quality);
    cr_expect(quality.findings[0].kind == QUALITY_ESSENTIAL, "another tool says the same");
}

Test(merge, a_path_that_cppcheck_alone_sees_is_a_suspicion)
{
    struct raw_finding *unset = add("cppcheck", "uninitvar", 5, "Uninitialized variable: v");
    unset->steps[unset->step_count++] =
        (struct quality_step){ "a.c", 3, "Assuming condition is false" };
    add("cppcheck", "uninitvar", 6, "Uninitialized variable: w");
    struct raw_finding *twice =
        add("cppcheck", "arrayIndexOutOfBounds", 7, "Array 't[9]' accessed at index 12");
    twice->steps[twice->step_count++] =
        (struct quality_step){ "a.c", 6, "Compound assignment '+=', assigned value is 12" };
    merge_findings(&list, &quality);
    cr_assert_eq(quality.finding_count, 3);
    cr_expect_eq(quality.findings[0].line, 6, "no path is needed for it");
    cr_expect(quality.findings[0].kind == QUALITY_ESSENTIAL);
    cr_expect(quality.findings[1].kind == QUALITY_INFORMATIVE);
    cr_expect(quality.findings[2].kind == QUALITY_INFORMATIVE);
    add("gcc", "-Wmaybe-uninitialized", 5, "'v' may be used uninitialized");
    merge_findings(&list, &quality);
    cr_expect_eq(quality.findings[0].line, 5, "another tool says the same");
}

static enum quality_kind kind_of_use(unsigned released, unsigned used)
{
    list.count = 0;
    struct raw_finding *item = add("clang", "unix.Malloc", used, "Use of memory after it is freed");
    item->steps[item->step_count++] =
        (struct quality_step){ "a.c", released, "Memory is released" };
    merge_findings(&list, &quality);
    return quality.findings[0].kind;
}

Test(merge, a_use_above_the_free_is_a_suspicion_of_clang_alone)
{
    cr_expect(kind_of_use(4, 5) == QUALITY_ESSENTIAL);
    cr_expect(kind_of_use(6, 5) == QUALITY_INFORMATIVE, "it went round a loop");
    cr_expect(kind_of_use(5, 5) == QUALITY_INFORMATIVE);
    cr_expect(kind_of_use(25, 5) == QUALITY_ESSENTIAL, "another function frees");
}

Test(merge, what_says_less_is_covered)
{
    add("gcc", "-Wparentheses", 5, "suggest parentheses around assignment used as truth value");
    add("cppcheck", "knownConditionTrueFalse", 5, "Condition 'n=4' is always true");
    merge_findings(&list, &quality);
    cr_assert_eq(quality.finding_count, 1);
    cr_expect_str_eq(quality.findings[0].rule, "assignment-as-condition");
}

Test(merge, a_block_that_realloc_may_lose_is_told_of_once)
{
    add("cppcheck", "memleakOnRealloc", 4, "Common realloc mistake: 'p' nulled but not freed");
    add("gcc", "-Wanalyzer-null-dereference", 6, "dereference of NULL 'p'");
    add("gcc", "-Wanalyzer-null-dereference", 7, "dereference of NULL 'q'");
    merge_findings(&list, &quality);
    cr_assert_eq(quality.finding_count, 2);
    cr_expect_eq(quality.findings[0].line, 7, "another pointer");
    cr_expect_str_eq(quality.findings[1].rule, "lost-realloc");
}

Test(merge, essential_comes_first_then_the_place)
{
    add("gcc", "-Wunused-variable", 2, "unused variable \xe2\x80\x98v\xe2\x80\x99");
    add("gcc", "-Wdiv-by-zero", 9, "division by zero");
    add("gcc", "-Wdiv-by-zero", 4, "division by zero");
    merge_findings(&list, &quality);
    cr_assert_eq(quality.finding_count, 3);
    cr_expect_eq(quality.findings[0].line, 4);
    cr_expect_eq(quality.findings[1].line, 9);
    cr_expect_eq(quality.findings[2].line, 2);
}

Test(merge, more_than_the_ceiling_are_counted)
{
    char name[32];
    for (unsigned i = 0; i < QUALITY_FINDING_MAX + 7; i++) {
        snprintf(name, sizeof name, "division by zero %u", i);
        add("gcc", "-Wdiv-by-zero", 100 + i, arena_strdup(&arena, name));
    }
    merge_findings(&list, &quality);
    cr_expect_eq(quality.finding_count, QUALITY_FINDING_MAX);
    cr_expect_eq(quality.findings_more, 7);
}

Test(merge, variables_are_read_from_messages)
{
    static const struct {
        const char *message, *variable;
    } cases[] = {
        { "leak of \xe2\x80\x98p\xe2\x80\x99 [CWE-401]", "p" },
        { "use of uninitialized value \xe2\x80\x98*s->at\xe2\x80\x99", "s->at" },
        { "Memory leak: p", "p" },
        { "Array 'a[10]' accessed at index 10, which is out of bounds.", "a" },
        { "argument to \xe2\x80\x98sizeof\xe2\x80\x99 in \xe2\x80\x98memset\xe2\x80\x99 call", "" },
        { "leak of \xe2\x80\x98<unknown>\xe2\x80\x99", "" },
        { "leak of 'strdup(key)'", "" },
        { "leak of 'aligned_alloc (16, n)'", "" },
        { "leak of 'strdup_of'", "strdup_of" },
        { "use of uninitialized value '((int *)malloc (40))[5]'", "" },
        { "outside array bounds of 'volatile int[0]'", "" },
        { "'(struct node *)p' is NULL", "" },
        { "'nonnull' argument 'p' compared to NULL", "p" },
        { "'structure' is NULL", "structure" },
        { "no variable here", "" },
        { "an open quote ' only", "" },
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        cr_expect_str_eq(merge_variable(cases[i].message, &arena), cases[i].variable, "%s",
                         cases[i].message);
}

static const char *message_of(const char *message)
{
    list.count = 0;
    add("gcc", "-Wuninitialized", 5, message);
    merge_findings(&list, &quality);
    return quality.findings[0].message;
}

Test(merge, the_numbers_of_gcc_are_no_part_of_a_name)
{
    files[0].bytes = str_of("int row_7 = 3, values[3], count;");
    cr_expect_str_eq(message_of("'*count_68 + _39' is used"),
                     "A value is used that was never set: 'count'.");
    cr_expect_str_eq(message_of("'*values.3_11 + _12' is used"),
                     "A value is used that was never set: 'values'.");
    cr_expect_str_eq(message_of("'list_4->next' is used"),
                     "A value is used that was never set: 'list->next'.");
    cr_expect_str_eq(message_of("'_39' is used"), "A value is used that was never set.");
    cr_expect_str_eq(message_of("'row_7' is used"), "A value is used that was never set: 'row_7'.",
                     "so it is written");
    files[0].bytes = (struct str){ "", 0 };
}

Test(rules, every_check_leads_to_a_rule_that_is_there)
{
    static const char *const labels[] = { "-Wanalyzer-malloc-leak", "-Wformat=", "memleak",
                                          "core.uninitialized.Assign", "cert-err34-c" };
    for (size_t i = 0; i < COUNT_OF(labels); i++)
        cr_expect(rule_of_check(labels[i], "ato leak") != NULL, "%s", labels[i]);
    cr_expect(rule_of_check("-Wnobody-knows", "") == NULL);
    const struct quality_rule *rule = rule_find("leak");
    cr_assert(rule);
    cr_expect(str_starts(rule->read_on, "https://"));
}

Test(merge, a_block_that_is_too_small_is_told_of_once)
{
    static const char *const use = "array subscript 'struct m[0]' is partly outside array bounds";
    add("gcc", "-Warray-bounds", 5, use)->origin_line = 3;
    add("gcc", "-Warray-bounds", 6, use)->origin_line = 3;
    add("gcc", "-Warray-bounds", 7, use)->origin_line = 4;
    for (size_t i = 0; i < list.count; i++)
        list.items[i].origin_file = "a.c";
    add("cppcheck", "pointerSize", 4, "Size of pointer 'm' used");
    merge_findings(&list, &quality);
    cr_assert_eq(quality.finding_count, 2, "of the block of line 4 its size says all");
    cr_expect_str_eq(quality.findings[0].rule, "wrong-size");
    cr_expect_str_eq(quality.findings[1].rule, "out-of-bounds");
    cr_expect_eq(quality.findings[1].line, 5);
}

static enum quality_kind kind_of_leak(const char *source, const char *message)
{
    list.count = 0;
    files[0].bytes = str_of(source);
    add("gcc", "-Wanalyzer-malloc-leak", 5, message);
    merge_findings(&list, &quality);
    files[0].bytes = (struct str){ "", 0 };
    cr_assert_eq(quality.finding_count, 1);
    return quality.findings[0].kind;
}

Test(merge, gcc_alone_may_not_call_lost_what_it_can_not_name_or_what_is_kept)
{
    cr_expect_eq(kind_of_leak("", "leak of 'p'"), QUALITY_ACTIONABLE);
    cr_expect_eq(kind_of_leak("", "leak of '<unknown>'"), QUALITY_INFORMATIVE);
    cr_expect_eq(kind_of_leak("f\n{\n    kept[at] = p;\n}\n", "leak of 'p'"), QUALITY_INFORMATIVE);
    cr_expect_eq(kind_of_leak("f\n{\n    s->head = p;\n}\n", "leak of 'p'"), QUALITY_INFORMATIVE);
    cr_expect_eq(kind_of_leak("f\n{\n    q = p;\n}\n", "leak of 'p'"), QUALITY_ACTIONABLE);
    cr_expect_eq(kind_of_leak("f\n{\n    s->head = pp;\n}\n", "leak of 'p'"), QUALITY_ACTIONABLE);
}

Test(merge, a_header_may_hold_what_one_file_does_not_use)
{
    add("gcc", "-Wunused-variable", 5, "'v' defined but not used");
    list.items[0].file = "a.h";
    merge_findings(&list, &quality);
    cr_expect_eq(quality.finding_count, 0);
}
