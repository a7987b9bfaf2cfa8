/* test_glob.c - against fnmatch(3) on all short patterns, braces by hand. */
#include "grader/catalog/glob.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <fnmatch.h>
#include <stdio.h>
#include <string.h>

#include "grader/base/attr.h"

static struct arena arena;

static void clean_up(void)
{
    arena_release(&arena);
}

TestSuite(glob, .fini = clean_up);

static bool matches(const char *pattern, const char *path)
{
    struct glob glob;
    const char *why = NULL;
    cr_assert(glob_parse(pattern, &arena, &glob, &why), "%s: %s", pattern, why);
    return glob_matches(&glob, path);
}

/* The number'th text over the letters, in order of length. */
static void nth_text(size_t number, const char *letters, char out[16])
{
    size_t base = strlen(letters), length = 0;
    for (; number > 0; number = (number - 1) / base)
        out[length++] = letters[(number - 1) % base];
    out[length] = '\0';
}

/* FNM_LEADING_DIR: "ignore a trailing sequence of characters starting with '/'", which is our rule
 * of folders above. */
Test(glob, equals_fnmatch_on_all_short_patterns_and_paths)
{
    enum { PATTERNS = 1365, PATHS = 364 }; /* up to 5 of 4 letters, up to 5 of 3 */
    for (size_t i = 1; i < PATTERNS; i++) {
        char pattern[16], path[16];
        nth_text(i, "a*b/", pattern);
        if (strstr(pattern, "**") || strstr(pattern, "//") || pattern[0] == '/' ||
            pattern[strlen(pattern) - 1] == '/')
            continue;
        for (size_t k = 1; k < PATHS; k++) {
            nth_text(k, "ab/", path);
            if (strstr(path, "//") || path[0] == '/' || path[strlen(path) - 1] == '/')
                continue;
            bool wanted = fnmatch(pattern, path, FNM_PATHNAME | FNM_LEADING_DIR) == 0;
            cr_assert_eq(matches(pattern, path), wanted, "%s against %s", pattern, path);
        }
        arena_release(&arena);
    }
}

Test(glob, expands_braces)
{
    static const struct {
        const char *pattern, *yes, *no;
    } rows[] = {
        { "accepted/{simple,complex}.py", "accepted/complex.py", "accepted/other.py" },
        { "author.{py,cpp}", "author.cpp", "author.c" },
        { "a{b,c{d,e}}f", "acef", "acf" },
        { "{a,b}/{c,d}", "b/c", "b/e" },
        { "x{,y}", "x", "xz" },
        { "{a}", "a", "b" },
        { "{a/b,c}/*", "a/b/x", "a/x" },
        { "secret/*-easy", "secret/1-easy/x", "secret/1-hard/x" },
        { "*", "anything/below", "" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        cr_assert(matches(rows[i].pattern, rows[i].yes), "%s", rows[i].pattern);
        cr_assert(not(matches(rows[i].pattern, rows[i].no)), "%s", rows[i].pattern);
    }
}

Test(glob, refuses_what_the_format_does_not_have)
{
    static const struct {
        const char *pattern, *why;
    } rows[] = {
        { "a/**", "'**' is not part of the format" },
        { "a[bc]", "'[', ']' and '?' are not part of the format" },
        { "a?", "'[', ']' and '?' are not part of the format" },
        { "{a,b", "a brace is not closed" },
        { "a}b", "a brace is closed that was not opened" },
        { "{a,{b}", "a brace is not closed" },
        { "{a,b}{c,d}{e,f}{g,h}{i,j}{k,l}{m,n}{o,p}{q,r}", "it has too many alternatives" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct glob glob;
        const char *why = NULL;
        cr_assert(not(glob_parse(rows[i].pattern, &arena, &glob, &why)), "%s", rows[i].pattern);
        cr_assert(eq(str, (char *)why, (char *)rows[i].why), "%s", rows[i].pattern);
    }
    char many[3000];
    memset(many, 'a', sizeof many - 1);
    many[sizeof many - 1] = '\0';
    struct glob glob;
    const char *why = NULL;
    cr_assert(not(glob_parse(many, &arena, &glob, &why)));
    cr_assert(eq(str, (char *)why, "it is too long"));
}

/* A matcher that tries everything would need 2^n steps here. */
Test(glob, many_stars_end_soon)
{
    char pattern[601] = "", path[601] = "";
    for (int i = 0; i < 300; i++) {
        strcat(pattern, "*a");
        strcat(path, "aa");
    }
    pattern[599] = 'b';
    cr_assert(not(matches(pattern, path)));
}
