/* test_means.c - the key and the cache. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/pipeline/means.h"
#include "tests/support/catalog_folder.h"

static char folder[128];
static struct arena arena;
static struct err err;

static void begin(void)
{
    const char *base = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%.80s/means-XXXXXX", base && *base ? base : "/tmp");
    cr_assert(mkdtemp(folder) != NULL);
    unsetenv("GRADER_CACHE");
    unsetenv("XDG_CACHE_HOME");
    unsetenv("HOME");
}

static void end(void)
{
    arena_release(&arena);
    catalog_remove_tree(folder);
}

TestSuite(means, .init = begin, .fini = end);

static const char *path_of(const char *name)
{
    return arena_printf(&arena, "%s/%s", folder, name);
}

/* The key decides every hidden test of those who practise: it must not change by accident. */
Test(means, the_practice_key_is_what_it_always_was)
{
    cr_expect(str_is(means_practice_key(), "grader practice key, public"));
}

Test(means, reads_a_key_without_the_white_space_at_its_end)
{
    struct str key = { "untouched", 9 };
    static const struct {
        const char *text, *key, *error;
    } cases[] = {
        { "0123456789abcdef\n", "0123456789abcdef", NULL },
        { "0123456789abcdef \r\n\n", "0123456789abcdef", NULL },
        { "  0123456789abcdef", "  0123456789abcdef", NULL },
        { "0123456789abcde\n", NULL, "at least 16 bytes" },
        { "", NULL, "at least 16 bytes" },
        { "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n", NULL, "at least 16 bytes" },
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        cr_assert(file_write(path_of("key"), cases[i].text, strlen(cases[i].text), &err));
        bool good = means_load_key(path_of("key"), &arena, &key, &err);
        cr_expect(good == !cases[i].error, "%zu", i);
        cr_expect(!good || str_is(key, cases[i].key));
        cr_expect(good || (err.kind == ERR_INPUT && strstr(err.text, cases[i].error)), "%s",
                  err.text);
    }
    char *large = arena_alloc(&arena, KEY_BYTES_MAX + 1);
    memset(large, 'k', KEY_BYTES_MAX + 1);
    cr_assert(file_write(path_of("key"), large, KEY_BYTES_MAX + 1, &err));
    cr_expect(!means_load_key(path_of("key"), &arena, &key, &err) && err.kind == ERR_INPUT);
    cr_expect(!means_load_key(path_of("none"), &arena, &key, &err) && strstr(err.text, "none"));
}

static void expect_cache(const char *wanted)
{
    const char *got;
    struct stat st;
    cr_assert(means_find_cache(&arena, &got, &err), "%s", err.text);
    cr_expect_str_eq(got, wanted);
    cr_expect(stat(got, &st) == 0 && (st.st_mode & 07777) == 0700, "%o", (unsigned)st.st_mode);
}

Test(means, the_cache_is_where_the_nearest_setting_says)
{
    const char *fallback = arena_printf(&arena, "/tmp/grader-cache-%ld", (long)geteuid());
    expect_cache(fallback);
    setenv("HOME", "/proc/self", 1); /* can't be written */
    if (geteuid() != 0)
        expect_cache(fallback);
    setenv("HOME", folder, 1);
    expect_cache(path_of(".cache/grader"));
    setenv("XDG_CACHE_HOME", path_of("xdg"), 1);
    expect_cache(path_of("xdg/grader"));
    setenv("XDG_CACHE_HOME", "relative", 1); /* the XDG specification: to be ignored */
    expect_cache(path_of(".cache/grader"));
    setenv("GRADER_CACHE", path_of("own"), 1);
    expect_cache(path_of("own"));
    cr_assert(chmod(path_of("own"), 0755) == 0);
    expect_cache(path_of("own")); /* nobody else may look into it from now on */
}

Test(means, a_cache_that_is_not_ours_is_refused)
{
    const char *got = "untouched";
    cr_assert(mkdir(path_of("real"), 0700) == 0 && symlink("real", path_of("link")) == 0);
    cr_assert(file_write(path_of("file"), "", 0, &err));
    const char *const places[] = { path_of("link"), path_of("file"), path_of("file/inner"),
                                   "/proc/self/inner" };
    for (size_t i = 0; i < COUNT_OF(places); i++) {
        setenv("GRADER_CACHE", places[i], 1);
        cr_expect(!means_find_cache(&arena, &got, &err), "%s", places[i]);
        cr_expect(err.kind == ERR_INPUT && strstr(err.text, "GRADER_CACHE"), "%s", err.text);
        cr_expect_str_eq(got, "untouched");
    }
}
