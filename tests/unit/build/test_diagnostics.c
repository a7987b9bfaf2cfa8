/* test_diagnostics.c - lines of gcc 12 and ld 2.40, as they print them, and hostile ones. */
#include "grader/build/diagnostics.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/base/buf.h"

static struct source_file laid[] = { { "main.c", { "", 0 } },
                                     { "sub/a b.c", { "", 0 } },
                                     { "-x.c", { "", 0 } } };

static struct diagnostics read_log(struct str log, struct arena *arena)
{
    struct diagnostics out;
    diagnostics_read(log, (struct known_files){ laid, COUNT_OF(laid) }, arena, &out);
    return out;
}

Test(diagnostics, reads_places_kinds_and_messages)
{
    static const struct {
        const char *line, *file;
        unsigned at, column;
        const char *kind, *message;
    } rows[] = {
        { "main.c:3:7: error: expected ';' before '}' token", "main.c", 3, 7, "error",
          "expected ';' before '}' token" },
        { "main.c:1:2: warning: unused variable 'x' [-Wunused-variable]", "main.c", 1, 2, "warning",
          "unused variable 'x' [-Wunused-variable]" },
        { "sub/a b.c:10:1: fatal error: nope.h: No such file or directory", "sub/a b.c", 10, 1,
          "fatal error", "nope.h: No such file or directory" },
        { "./-x.c:4:5: note: declared here", "-x.c", 4, 5, "note", "declared here" },
        { "main.c:12: error: no column", "main.c", 12, 0, "error", "no column" },
        { "main.c:7:1: internal compiler error: Segmentation fault", "main.c", 7, 1,
          "internal compiler error", "Segmentation fault" },
        { "{standard input}:4: Error: file not found: x", "", 0, 0, "error", "file not found: x" },
        { "cc1: error: too many", "", 0, 0, "error", "too many" },
        { "/usr/include/stdio.h:5:6: note: here", "", 0, 0, "note", "here" },
        /* the first marker counts: the rest is a message that a candidate may have written */
        { "main.c:1:2: error: #error main.c:9:9: error: fake", "main.c", 1, 2, "error",
          "#error main.c:9:9: error: fake" },
        /* #line chooses names: only our own are believed */
        { "../../etc/passwd:1:2: error: x", "", 0, 0, "error", "x" },
        { "main.c:99999999999999999999:1: error: x", "", 0, 0, "error", "x" },
        { ":1:2: error: x", "", 0, 0, "error", "x" },
        { "main.c:(.text.startup+0x1): undefined reference to `foo'", "main.c", 0, 0, "error",
          "undefined reference to 'foo'" },
        { "(.text+0x17): undefined reference to `main'", "", 0, 0, "error",
          "undefined reference to 'main'" },
        { "/usr/bin/ld: main.c:(.text+0x9): undefined reference to `foo'", "main.c", 0, 0, "error",
          "undefined reference to 'foo'" },
        { "/usr/bin/ld: /tmp/ccd9FLML.o:(.data+0x0): multiple definition of `x'; "
          "/tmp/ccKxnjMz.o:(.data+0x0): first defined here",
          "", 0, 0, "error", "multiple definition of 'x'" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        SCOPED_ARENA arena = { 0 };
        struct diagnostics got = read_log(str_of(rows[i].line), &arena);
        cr_assert(eq(sz, got.count, 1), "%s", rows[i].line);
        const struct diagnostic *d = got.list;
        cr_expect_str_eq(d->file, rows[i].file);
        cr_expect(d->line == rows[i].at && d->column == rows[i].column, "%s", rows[i].line);
        cr_expect_str_eq(d->kind, rows[i].kind);
        cr_expect_str_eq(d->message, rows[i].message);
    }
}

Test(diagnostics, passes_over_all_other_lines)
{
    static const char log[] = "main.c: In function 'main':\n"
                              "In file included from main.c:1:\n"
                              "compilation terminated.\n"
                              "\n"
                              "error: \n"
                              "undefined reference to foo\n"
                              "undefined reference to `foo\n"
                              "/usr/bin/ld: /tmp/ccqW752R.o: in function `main':\n"
                              "collect2: error: ld returned 1 exit status\n";
    SCOPED_ARENA arena = { 0 };
    cr_expect(eq(sz, read_log(str_of(log), &arena).count, 0));
}

Test(diagnostics, keeps_errors_before_warnings_and_at_most_a_hundred)
{
    SCOPED_BUF log;
    buf_init(&log, 1 << 20);
    for (int i = 0; i < 500; i++)
        buf_printf(&log, "main.c:%d:1: warning: w\n", i + 1);
    for (int i = 0; i < 30; i++)
        buf_printf(&log, "main.c:%d:1: error: e\n", i + 1);
    SCOPED_ARENA arena = { 0 };
    struct diagnostics got = read_log(str_of(buf_text(&log)), &arena);
    cr_assert(eq(sz, got.count, 100));
    cr_expect_str_eq(got.list[69].kind, "warning");
    cr_expect_str_eq(got.list[70].kind, "error");
    cr_expect(eq(uint, got.list[99].line, 30));
    for (int i = 0; i < 500; i++)
        buf_puts(&log, "main.c:1:1: error: e\n");
    got = read_log(str_of(buf_text(&log)), &arena);
    cr_expect(eq(sz, got.count, 100));
    cr_expect_str_eq(got.list[0].kind, "error");
}

Test(diagnostics, tells_what_the_linker_repeats_once)
{
    static const char log[] = "main.c:(.text+0x1): undefined reference to `foo'\n"
                              "/usr/bin/ld: main.c:(.text+0x9): undefined reference to `foo'\n"
                              "/usr/bin/ld: main.c:(.text+0x11): undefined reference to `bar'\n"
                              "-x.c:(.text+0x1): undefined reference to `foo'\n";
    SCOPED_ARENA arena = { 0 };
    struct diagnostics got = read_log(str_of(log), &arena);
    cr_assert(eq(sz, got.count, 3));
    cr_expect_str_eq(got.list[1].message, "undefined reference to 'bar'");
    cr_expect_str_eq(got.list[1].file, "main.c");
    cr_expect_str_eq(got.list[2].file, "-x.c");
}

Test(diagnostics, makes_messages_readable)
{
    static const char line[] = "main.c:1:2: error: a\0b\xff";
    SCOPED_ARENA arena = { 0 };
    struct diagnostics got = read_log((struct str){ line, sizeof line - 1 }, &arena);
    cr_assert(eq(sz, got.count, 1));
    cr_expect_str_eq(got.list[0].message, "a\xef\xbf\xbd"
                                          "b\xef\xbf\xbd");
    char longest[8000] = "main.c:1:2: error: ";
    memset(longest + strlen(longest), 'x', sizeof longest - 30);
    got = read_log(str_of(longest), &arena);
    cr_expect(eq(sz, strlen(got.list[0].message), DIAGNOSTIC_TEXT_MAX));
}

Test(diagnostics, tells_the_cause_in_words)
{
    static struct source_file brought[] = {
        { "api.h", { "int lru_get(int key);\nint lru_put_all(void);", 45 } },
        { "driver.c", { "int main(void) { return lru_get(1); }", 37 } },
    };
    static const struct source_set include = { "include", brought, 2 };
    static const struct {
        const char *log, *cause; /* NULL: none that the source is to blame for */
    } rows[] = {
        { "main.c:1:2: warning: w\nmain.c:3:7: error: expected ';'\nmain.c:4:1: error: x",
          "main.c:3: expected ';'" },
        { "x:(.text+0x1): undefined reference to `lru_get'",
          "'lru_get' is missing: api.h declares it and no file defines it" },
        { "x:(.text+0x1): undefined reference to `lru_put'",
          "'lru_put' is used and no file defines it" },
        { "(.text+0x17): undefined reference to `main'", "there is no function 'main'" },
        { "x:(.text+0x1): multiple definition of `main'; y",
          "'main' is defined twice: driver.c comes with the problem and has it" },
        { "x:(.text+0x1): multiple definition of `g'; y", "'g' is defined in more than one file" },
        { "cc1: out of memory allocating 65536 bytes after a total of 1 bytes\n",
          "the compiler ran out of memory" },
        { "collect2: fatal error: ld terminated with signal 25 [File size limit exceeded]\n",
          "the program is too large" },
        { "gcc: internal compiler error: File size limit exceeded signal terminated program as\n",
          "the program is too large" },
        { "gcc: internal compiler error: Segmentation fault signal terminated program cc1\n",
          "the compiler crashed: is something nested too deep?" },
        { "/usr/bin/x86_64-linux-gnu-as: out of memory allocating 20000000001 bytes\n",
          "the assembler ran out of memory" },
        { "(.text+0x36): relocation truncated to fit: R_X86_64_PC32 against `.bss'\n",
          "the program's static data is too large" },
        { "", NULL },
        { "collect2: fatal error: cannot find 'ld'\n", NULL },
        { "gcc: fatal error: cannot execute 'cc1': execvp: No such file or directory\n", NULL },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        SCOPED_ARENA arena = { 0 };
        struct diagnostics got = read_log(str_of(rows[i].log), &arena);
        const char *cause = diagnostics_cause(&got, str_of(rows[i].log), &include, &arena);
        if (rows[i].cause)
            cr_expect_str_eq(cause, rows[i].cause);
        else
            cr_expect(cause == NULL, "%s", cause);
    }
}
