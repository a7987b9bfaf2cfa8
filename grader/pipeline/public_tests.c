/* public_tests.c - the tests that anybody can make: samples, and twins of the hidden ones. */
#include "grader/pipeline/public_tests.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "grader/catalog/make.h"
#include "grader/pipeline/prepare.h"

static bool is_sample(const struct test_case *test)
{
    const struct test_group *group = test->group;
    while (group->parent && strcmp(group->name, "sample") != 0)
        group = group->parent;
    return strcmp(group->name, "sample") == 0;
}

static bool is_public(const struct test_case *test)
{
    return (test->call || is_sample(test)) && test->args.count == 0 && test->file_count == 0;
}

/* The same package before any test was made. */
static struct package unmade(const struct package *package, struct arena *arena)
{
    struct package copy = *package;
    copy.cases = ARENA_ARRAY(arena, package->case_count, struct test_case);
    for (size_t i = 0; i < package->case_count; i++) {
        copy.cases[i] = package->cases[i];
        if (copy.cases[i].call)
            copy.cases[i].input_path = copy.cases[i].answer_path = NULL;
    }
    return copy;
}

/* NULL, or why the twins are missing. */
static const char *make_twins(const struct means *means, struct package *copy, struct arena *arena)
{
    struct means practice = *means;
    struct err err = { 0 };
    practice.key = means_practice_key();
    practice.key_is_secret = false;
    if (!catalog_needs_making(copy))
        return NULL;
    if (!means->cache)
        return "only the samples were run: there is no cache to make more tests in";
    if (prepare_tests(&practice, copy, arena, &err))
        return NULL;
    return arena_printf(arena, "only the samples were run: %s", err.text);
}

static int by_size(const void *left, const void *right)
{
    const struct public_test *a = left, *b = right;
    if (a->bytes != b->bytes)
        return a->bytes < b->bytes ? -1 : 1;
    return strcmp(a->name, b->name);
}

static bool have_most_twins(const struct package *package)
{
    size_t hidden = 0, made = 0;
    for (size_t i = 0; i < package->case_count; i++) {
        hidden += !is_sample(&package->cases[i]);
        made += !is_sample(&package->cases[i]) && package->cases[i].call;
    }
    return 2 * made >= hidden;
}

void public_tests_find(const struct means *means, const struct package *package,
                       struct arena *arena, struct public_tests *out)
{
    const unsigned others = PACKAGE_INTERACTIVE | PACKAGE_MULTI_PASS | PACKAGE_SUBMIT_ANSWER;
    *out = (struct public_tests){ .count = 0 };
    if (package->kinds & others)
        return;
    struct package copy = unmade(package, arena);
    out->incomplete = make_twins(means, &copy, arena);
    out->are_most = !out->incomplete && have_most_twins(package);
    out->at = ARENA_ARRAY(arena, copy.case_count, struct public_test);
    for (size_t i = 0; i < copy.case_count; i++) {
        const struct test_case *test = &copy.cases[i];
        struct stat facts;
        if (is_public(test) && test->input_path && stat(test->input_path, &facts) == 0)
            out->at[out->count++] =
                (struct public_test){ test->name, test->input_path, (uint64_t)facts.st_size };
    }
    if (out->count > 0)
        qsort(out->at, out->count, sizeof *out->at, by_size);
}
