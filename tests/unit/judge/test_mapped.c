/* test_mapped.c - test files as bytes, and what is no such file. */
#include "grader/judge/mapped.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grader/base/fd.h"

static char folder[160], path[256];

static void set_up(void)
{
    const char *base = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%.100s/mapped-XXXXXX", base && *base ? base : "/tmp");
    cr_assert(mkdtemp(folder) != NULL);
    snprintf(path, sizeof path, "%s/file", folder);
}

static void tear_down(void)
{
    unlink(path);
    rmdir(folder);
}

TestSuite(mapped, .init = set_up, .fini = tear_down);

Test(mapped, holds_the_bytes_of_a_file)
{
    static const char *const texts[] = { "", "x", "line\n" };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct err err = { 0 };
        cr_assert(file_write(path, texts[i], strlen(texts[i]), &err));
        struct mapped mapped = { 0 };
        cr_assert(mapped_open(path, &mapped, &err), "%s", err.text);
        cr_expect(str_is(mapped.bytes, texts[i]));
        mapped_close(&mapped);
        mapped_close(&mapped);
        cr_expect(mapped.bytes.length == 0);
    }
}

static void expect_refusal(const char *name, const char *text)
{
    struct mapped mapped = { .bytes = { "before", 6 } };
    struct err err = { 0 };
    cr_expect(not(mapped_open(name, &mapped, &err)));
    cr_expect(err.kind == ERR_INPUT && strstr(err.text, text), "%s", err.text);
    cr_expect(str_is(mapped.bytes, "before"));
}

Test(mapped, refuses_what_is_no_regular_file)
{
    expect_refusal(path, "No such file or directory");
    expect_refusal(folder, "not a regular file");
    cr_assert(eq(int, mkfifo(path, 0600), 0));
    expect_refusal(path, "not a regular file"); /* and does not wait for a writer */
}
