/* test_escape.c - the boxed reader's answer, whatever it is, becomes one sentence or none. */
#include "grader/growth/escape.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static struct arena arena;
static const char *escape;
static void tear_down(void)
{
    arena_release(&arena);
}
TestSuite(escape, .fini = tear_down);

static bool reads(const char *answer)
{
    static struct source_file own[] = { { "main.c", { "", 0 } } };
    static struct source_file laid[] = { { "main.c", { "", 0 } }, { "api.h", { "", 0 } } };
    static const struct source_set set = { "x", own, 1 };
    const struct escape_request request = {
        .answer = str_of(answer), .answers = 2, .sources = &set, .laid = laid, .laid_count = 2
    };
    return escape_read(&request, &arena, &escape);
}

Test(escape, takes_the_first_that_is_not_the_packages)
{
    cr_expect(reads("escape\t3\tinline assembly\tapi.h\nescape\t7\tinline assembly\tmain.c\n"
                    "escape\t9\ta section\tmain.c\nend\nend\n"));
    cr_expect(eq(str, (char *)escape, "main.c:7: inline assembly"));
    cr_expect(reads("end\nescape\t7\tinline assembly\t/dev/stdin\nend\n"));
    cr_expect(eq(str, (char *)escape, "/dev/stdin:7: inline assembly"));
    cr_expect(reads("end\nend\n"));
    cr_expect(eq(str, (char *)escape, ""));
}

Test(escape, is_not_whole_when_something_was_not_looked_at)
{
    cr_expect(not(reads("")));
    cr_expect(not(reads("end\n")));
    cr_expect(not(reads("end\ntrouble\tit does not compile\nend\n")));
    cr_expect(not(reads("escape\t7\tinline assembly\tmain.c\nend\n")));
    cr_expect(eq(str, (char *)escape, "main.c:7: inline assembly"));
}

Test(escape, passes_over_what_is_no_such_line)
{
    cr_expect(reads("escape\t-7\tx\tmain.c\nescape\t99999999999\tx\tmain.c\nescape\t7\tx\n"
                    "escape\nfinding\t7\tx\tmain.c\n\nend\nend\n"));
    cr_expect(eq(str, (char *)escape, ""));
}
