/* test_equivalents.c - faults.yaml: faults of the reference that no test can notice. */
#include <criterion/criterion.h>
#include <string.h>

#include "tests/support/catalog_folder.h"

static struct catalog_folder folder;

static void make(void)
{
    catalog_folder_make(&folder);
}

static void clean_up(void)
{
    catalog_folder_remove(&folder);
}

TestSuite(equivalents, .init = make, .fini = clean_up);

static void fails(const char *text, const char *message)
{
    catalog_folder_put(&folder, "faults.yaml", text);
    cr_assert(!catalog_folder_load(&folder), "accepted: %s", text);
    cr_expect(folder.err.kind == ERR_INPUT);
    cr_expect_str_eq(catalog_folder_error(&folder), message);
}

Test(equivalents, a_package_need_not_have_any)
{
    cr_assert(catalog_folder_load(&folder), "%s", folder.err.text);
    cr_expect(folder.loaded.equivalent_count == 0);
    catalog_folder_put(&folder, "faults.yaml", "# none\n");
    cr_assert(catalog_folder_load(&folder), "%s", folder.err.text);
    cr_expect(folder.loaded.equivalent_count == 0);
}

Test(equivalents, each_has_a_place_a_change_and_a_reason)
{
    catalog_folder_put(&folder, "faults.yaml",
                       "- file: good.c\n  line: 'if (a < b)'\n  change: '`<` → `<=`'\n"
                       "  reason: they are never equal\n"
                       "- {file: b.c, line: 'x = 1;', change: c, reason: r}\n");
    cr_assert(catalog_folder_load(&folder), "%s", folder.err.text);
    cr_assert(folder.loaded.equivalent_count == 2);
    const struct equivalent_fault *one = &folder.loaded.equivalents[0];
    cr_expect_str_eq(one->file, "good.c");
    cr_expect_str_eq(one->line, "if (a < b)");
    cr_expect_str_eq(one->change, "`<` → `<=`");
    cr_expect_str_eq(one->reason, "they are never equal");
    cr_expect(one->at_line == 1 && folder.loaded.equivalents[1].at_line == 5);
}

Test(equivalents, what_is_wrong_is_told_with_its_line_and_column)
{
    fails("- file: a.c\n  lines: x\n",
          "faults.yaml:2:3: unknown key '[0].lines'; did you mean 'line'?");
    fails("- {file: a.c, line: x, change: y}\n", "faults.yaml:1:3: the key 'reason' is missing");
    fails("- {file: a.c, line: x, change: y, reason: ''}\n",
          "faults.yaml:1:43: '[0].reason' must not be empty");
    fails("- {file: 1, line: x, change: y, reason: z}\n",
          "faults.yaml:1:10: '[0].file' must be a string (put quotes around it), not 1");
    fails("file: a.c\n", "faults.yaml:1:1: 'the file' must be a list of equivalent faults");
    fails("- a.c\n", "faults.yaml:1:3: '[0]' must be an equivalent fault, not 'a.c'");
}
