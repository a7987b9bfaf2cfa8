/* test_layout.c - nothing of a candidate takes the place of what comes with the problem. */
#include "grader/build/layout.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

enum { FILES_MAX = 8 };

/* The names as a set; each file holds the word. */
static struct source_set set_of(struct source_file files[FILES_MAX], const char *const *names,
                                const char *word)
{
    size_t count = 0;
    for (; count < FILES_MAX && names[count]; count++)
        files[count] = (struct source_file){ names[count], str_of(word) };
    return (struct source_set){ "set", files, count };
}

/* "NAME=WORD NAME=WORD | COMPILED COMPILED" */
static void describe(const struct layout *layout, char *out, size_t size)
{
    size_t n = 0;
    for (size_t i = 0; i < layout->count; i++)
        n += (size_t)snprintf(out + n, size - n, "%s=%.*s ", layout->files[i].path,
                              (int)layout->files[i].bytes.length, layout->files[i].bytes.at);
    n += (size_t)snprintf(out + n, size - n, "|");
    for (size_t i = 0; i < layout->compiled_count; i++)
        n += (size_t)snprintf(out + n, size - n, " %s", layout->compiled[i]);
}

Test(layout, lets_the_problem_s_files_win)
{
    static const struct {
        const char *sources[FILES_MAX], *include[FILES_MAX], *laid;
    } rows[] = {
        { { "a.c", "a.h", "notes.md" }, { NULL }, "a.c=S a.h=S notes.md=S | a.c" },
        { { "a.c", "api.h", "driver.c" },
          { "api.h", "driver.c" },
          "a.c=S api.h=I driver.c=I | a.c driver.c" },
        /* a folder where the problem has a file, and a file where it has a folder */
        { { "a.c", "api.h/x.c" }, { "api.h" }, "a.c=S api.h=I | a.c" },
        { { "a.c", "lib" }, { "lib/api.h" }, "a.c=S lib/api.h=I | a.c" },
        /* gcc reads NAME.h.gch instead of NAME.h */
        { { "a.c", "api.h.gch", "api.h.gch/x" }, { "api.h" }, "a.c=S api.h=I | a.c" },
        { { "a.c", "b.gchx", "c.gch.c" }, { NULL }, "a.c=S b.gchx=S c.gch.c=S | a.c c.gch.c" },
        /* found first by a driver in lib, for its own folder comes first */
        { { "a.c", "lib/api.h" },
          { "api.h", "lib/driver.c" },
          "a.c=S api.h=I lib/driver.c=I | a.c lib/driver.c" },
        { { "a.c", "old/api.h" }, { "api.h" }, "a.c=S old/api.h=S api.h=I | a.c" },
        /* our own names */
        { { "a.c", ".grader-starter.o", ".grader-program/x.c", ".grader-x.c" },
          { NULL },
          "a.c=S | a.c" },
        { { "x/.grader-a.c", ".graders.c" },
          { NULL },
          "x/.grader-a.c=S .graders.c=S | x/.grader-a.c .graders.c" },
        /* neither options nor files of options; .C would be C++ */
        { { "-o.c", "@list.c", "d/-x.c", "A.C" },
          { NULL },
          "-o.c=S @list.c=S d/-x.c=S A.C=S | ./-o.c ./@list.c d/-x.c" },
        { { "a b;$(x)'\".c", "\xff.c" },
          { NULL },
          "a b;$(x)'\".c=S \xff.c=S | a b;$(x)'\".c \xff.c" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        SCOPED_ARENA arena = { 0 };
        struct source_file s[FILES_MAX], n[FILES_MAX];
        struct source_set sources = set_of(s, rows[i].sources, "S");
        struct source_set include = set_of(n, rows[i].include, "I");
        struct layout layout;
        struct err err = { 0 };
        cr_assert(layout_make(PROGRAM_C, &sources, &include, str_of(""), &arena, &layout, &err),
                  "%s", err.text);
        char text[1024];
        describe(&layout, text, sizeof text);
        cr_expect_str_eq(text, rows[i].laid);
    }
}

Test(layout, lays_the_starter_beside_them)
{
    SCOPED_ARENA arena = { 0 };
    struct source_file s[FILES_MAX];
    struct source_set sources = set_of(s, (const char *[]){ "a.c", NULL }, "S");
    struct layout layout;
    struct err err = { 0 };
    cr_assert(layout_make(PROGRAM_C, &sources, NULL, str_of("ELF"), &arena, &layout, &err));
    char text[256];
    describe(&layout, text, sizeof text);
    cr_expect_str_eq(text, "a.c=S .grader-starter.o=ELF | a.c");
}

Test(layout, refuses_paths_that_leave_the_folder)
{
    static const char *const paths[] = { "",  "/a.c",  "../a.c", "a/../../b.c", "a/..",
                                         ".", "./a.c", "a//b.c", "a/",          ".." };
    for (size_t i = 0; i < COUNT_OF(paths); i++) {
        SCOPED_ARENA arena = { 0 };
        struct source_file s[FILES_MAX];
        struct source_set sources = set_of(s, (const char *[]){ "ok.c", paths[i], NULL }, "S");
        struct layout layout = { .count = 77 };
        struct err err = { 0 };
        cr_expect(not(layout_make(PROGRAM_C, &sources, NULL, str_of(""), &arena, &layout, &err)),
                  "'%s'", paths[i]);
        cr_expect(err.kind == ERR_FAULT && layout.count == 77);
        cr_expect(strstr(err.text, "not a path below a folder") != NULL, "%s", err.text);
    }
}
