/* test_sources.c - files of this machine as a submission. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/pipeline/sources.h"
#include "tests/support/catalog_folder.h"

static char folder[128];
static struct arena arena;
static struct err err;
static struct source_set set;

static void begin(void)
{
    const char *base = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%.80s/sources-XXXXXX", base && *base ? base : "/tmp");
    cr_assert(mkdtemp(folder) != NULL);
}

static void end(void)
{
    arena_release(&arena);
    catalog_remove_tree(folder);
}

TestSuite(sources, .init = begin, .fini = end);

static const char *path_of(const char *place)
{
    return arena_printf(&arena, "%s/%s", folder, place);
}

static void put(const char *place, const char *text)
{
    char *path = arena_strdup(&arena, path_of(place));
    char *slash = strrchr(path, '/');
    *slash = '\0';
    cr_assert(folder_make(path, &err), "%s", err.text);
    *slash = '/';
    cr_assert(file_write(path, text, strlen(text), &err), "%s", err.text);
}

static bool read_one(const char *place)
{
    const char *const paths[] = { path_of(place) };
    return sources_read(paths, 1, &arena, &set, &err);
}

static const char *names(void)
{
    const char *all = "";
    for (size_t i = 0; i < set.count; i++)
        all = arena_printf(&arena, "%s%s%s", all, i ? " " : "", set.files[i].path);
    return all;
}

Test(sources, a_file_has_its_own_name_and_a_folders_files_theirs)
{
    put("s/b.c", "int b;\n");
    put("s/a.c", "int a;\n");
    put("s/deep/er/x.h", "");
    put("s/deep.c", "");
    put("s/readme.md", "no code\n");
    put("s/.hidden.c", "");
    put("s/.git/config.c", "");
    cr_assert(read_one("s"), "%s", err.text);
    cr_expect_str_eq(names(), "a.c b.c deep.c deep/er/x.h");
    cr_expect(str_is(set.files[0].bytes, "int a;\n"));
    const char *const paths[] = { path_of("s/a.c"), path_of("s/readme.md") };
    cr_assert(sources_read(paths, 2, &arena, &set, &err), "%s", err.text);
    cr_expect_str_eq(names(), "a.c readme.md", "who names a file means it");
    cr_expect_not(read_one("s/readme.md"));
    cr_expect(strstr(err.text, "is no C source"), "%s", err.text);
    const char *const both[] = { path_of("s/deep"), path_of("s/b.c") };
    cr_assert(sources_read(both, 2, &arena, &set, &err), "%s", err.text);
    cr_expect_str_eq(names(), "b.c er/x.h");
}

Test(sources, an_empty_folder_is_an_empty_set)
{
    cr_assert(mkdir(path_of("none"), 0700) == 0);
    cr_assert(read_one("none"), "%s", err.text);
    cr_expect(set.count == 0);
}

static void refuses(const char *place, const char *part)
{
    set.count = 77;
    cr_expect(!read_one(place), "%s was read", place);
    cr_expect(err.kind == ERR_INPUT && strstr(err.text, part), "%s", err.text);
    cr_expect(set.count == 77);
}

Test(sources, what_is_not_there_or_no_file_is_refused)
{
    refuses("none.c", "none.c': No such file");
    cr_assert(mkfifo(path_of("fifo.c"), 0600) == 0);
    refuses("fifo.c", "not a regular file");
    put("s/a.c", "");
    cr_assert(mkfifo(path_of("s/fifo.h"), 0600) == 0);
    refuses("s", "fifo.h': not a regular file");
}

Test(sources, two_files_of_one_name_are_refused)
{
    put("a/x.c", "");
    put("b/x.c", "");
    const char *const both[] = { path_of("a"), path_of("b/x.c") };
    cr_expect(!sources_read(both, 2, &arena, &set, &err));
    cr_expect(err.kind == ERR_INPUT && strstr(err.text, "'x.c'"), "%s", err.text);
}

Test(sources, holds_its_ceilings)
{
    for (int i = 0; i < SOURCES_FILES_MAX; i++)
        put(arena_printf(&arena, "many/%03d.c", i), "");
    cr_expect(read_one("many") && set.count == SOURCES_FILES_MAX, "%s", err.text);
    put("many/one-more.c", "");
    refuses("many", "more than 200 source files");

    char *text = arena_alloc(&arena, SOURCES_FILE_BYTES_MAX + 2);
    memset(text, ' ', SOURCES_FILE_BYTES_MAX);
    put("large.c", text);
    cr_expect(read_one("large.c"), "%s", err.text);
    text[SOURCES_FILE_BYTES_MAX] = ' ';
    put("large.c", text);
    refuses("large.c", "larger than 1048576 bytes");

    put("1/2/3/4/5/6/7/8/9/x.c", "");
    cr_expect(read_one("1/2"), "%s", err.text);
    put("1/2/3/4/5/6/7/8/9/10/x.c", "");
    refuses("1", "more than 8 folders deep");
}

Test(sources, a_folder_that_holds_itself_is_refused_and_soon)
{
    put("loop/a.c", "");
    for (int i = 0; i < 8; i++)
        cr_assert(symlink(".", path_of(arena_printf(&arena, "loop/l%d", i))) == 0);
    refuses("loop", "");
}

Test(sources, of_answers_are_others_than_of_a_program)
{
    put("a/01.ans", "1\n");
    put("a/secret/02.out", "2\n");
    put("a/main.c", "int main;\n");
    put("a/notes.txt", "");
    const char *const paths[] = { path_of("a") };
    cr_assert(sources_read_answers(paths, 1, &arena, &set, &err), "%s", err.text);
    cr_assert(set.count == 2);
    cr_expect_str_eq(set.files[0].path, "01.ans");
    cr_expect_str_eq(set.files[1].path, "secret/02.out");
    cr_assert(sources_read(paths, 1, &arena, &set, &err), "%s", err.text);
    cr_expect(set.count == 1);
}
