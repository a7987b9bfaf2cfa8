/* inspect.c - a solution becomes what inspection finds in its code. */
#include "grader/pipeline/inspect.h"

#include <string.h>

#include "grader/base/fd.h"
#include "grader/build/layout.h"
#include "grader/catalog/catalog.h"
#include "grader/pipeline/driver_object.h"
#include "grader/pipeline/sources.h"
#include "grader/quality/quality.h"
#include "grader/rubric/quality_score.h"
#include "grader/rubric/rubric_load.h"

static bool is_of(const struct source_set *set, const char *path)
{
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(set->files[i].path, path) == 0)
            return true;
    return false;
}

/* Of what comes with the problem the headers, which the candidate is given. Its driver is not
 * needed to read the candidate's files, and a macro could make an analyser quote it. */
static struct source_set headers_of(const struct source_set *include, struct arena *arena)
{
    struct source_set headers = { .name = "include" };
    headers.files = ARENA_ARRAY(arena, include ? include->count : 0, struct source_file);
    for (size_t i = 0; include && i < include->count; i++)
        if (str_ends(include->files[i].path, ".h"))
            headers.files[headers.count++] = include->files[i];
    return headers;
}

static unsigned mark_of(const struct rubric *rubric, enum quality_measure measure)
{
    return (unsigned)quality_mark(rubric, measure);
}

/* ---- public tests, to be run under sanitizers ---- */

/* The smallest of them, up to the ceilings. One that can't be read is none. */
static size_t read_tests(const struct public_tests *tests, struct arena *arena,
                         struct sanitize_test *out)
{
    size_t count = 0;
    uint64_t bytes = 0;
    for (size_t i = 0; i < tests->count && count < SANITIZE_INPUT_MAX; i++) {
        const struct public_test *test = &tests->at[i];
        struct err ignored = { 0 };
        bytes += test->bytes;
        if (test->bytes > SANITIZE_INPUT_BYTES_MAX || bytes > SANITIZE_ALL_BYTES_MAX)
            break;
        out[count].name = test->name;
        count +=
            file_read(test->path, SANITIZE_INPUT_BYTES_MAX, arena, &out[count].input, &ignored);
    }
    return count;
}

/* With the driver as an object file, where it can be compiled by itself. */
static bool lay(const struct means *means, const struct package *package,
                const struct source_set *sources, struct arena *arena, struct sanitize_input *out,
                struct err *err)
{
    struct layout layout;
    if (!driver_object(means, package, arena, &out->driver, err) ||
        !layout_make(PROGRAM_C, sources, &package->include, (struct str){ "", 0 }, arena, &layout,
                     err))
        return false;
    const char **compiled = ARENA_ARRAY(arena, layout.compiled_count, const char *);
    for (size_t i = 0; i < layout.compiled_count; i++)
        if (out->driver.length == 0 || !is_of(&package->include, layout.compiled[i]))
            compiled[out->compiled_count++] = layout.compiled[i];
    out->compiled = compiled;
    out->files = layout.files;
    out->file_count = layout.count;
    return true;
}

/* *out is NULL when there is nothing to run: no package or no public test. */
static bool make_sanitize(const struct means *means, const struct package *package,
                          const struct public_tests *tests, const struct source_set *sources,
                          struct arena *arena, const struct sanitize_input **out, struct err *err)
{
    *out = NULL;
    if (!package || !tests || tests->count == 0)
        return true;
    struct sanitize_test *read = ARENA_ARRAY(arena, SANITIZE_INPUT_MAX, struct sanitize_test);
    struct sanitize_input *input = ARENA_NEW(arena, struct sanitize_input);
    *input = (struct sanitize_input){ .name = sources->name,
                                      .tests = read,
                                      .test_count = read_tests(tests, arena, read),
                                      .incomplete = tests->incomplete };
    if (input->test_count > 0) {
        if (!lay(means, package, sources, arena, input, err))
            return false;
        *out = input;
    }
    return true;
}

bool inspect_solution(const struct means *means, struct source_set sources,
                      const struct package *package, const struct public_tests *tests,
                      const struct rubric *rubric, struct arena *arena, struct quality *out,
                      struct err *err)
{
    struct layout layout;
    const struct sanitize_input *sanitize;
    const struct source_set *include = package ? &package->include : NULL;
    const struct source_set headers = headers_of(include, arena);
    if (!layout_make(PROGRAM_C, &sources, &headers, (struct str){ "", 0 }, arena, &layout, err))
        return false;
    const char **own = ARENA_ARRAY(arena, layout.compiled_count, const char *);
    size_t count = 0;
    for (size_t i = 0; i < layout.compiled_count; i++)
        if (!include || !is_of(include, layout.compiled[i]))
            own[count++] = layout.compiled[i];
    if (count == 0) {
        *out = (struct quality){ .not_analysed = "there is no .c file" };
        return true;
    }
    if (!make_sanitize(means, package, tests, &sources, arena, &sanitize, err))
        return false;
    const struct quality_request request = {
        .name = sources.name,
        .sources = &sources,
        .files = layout.files,
        .file_count = layout.count,
        .compiled = own,
        .compiled_count = count,
        .executable = means->executable,
        .marks = { mark_of(rubric, MEASURE_COGNITIVE), mark_of(rubric, MEASURE_LINES),
                   mark_of(rubric, MEASURE_NESTING), mark_of(rubric, MEASURE_PARAMETERS) },
        .sanitize = sanitize
    };
    return quality_inspect(means->runner, &request, arena, out, err);
}

struct quality *inspect_judged(const struct means *means, const struct judgement *judgement,
                               struct source_set sources, const struct public_tests *tests,
                               const struct rubric *rubric, struct arena *arena)
{
    struct quality *out = ARENA_NEW(arena, struct quality);
    struct err err = { 0 };
    if (!judgement->compile.ok)
        return NULL;
    if (!inspect_solution(means, sources, judgement->package, tests, rubric, arena, out, &err))
        *out = (struct quality){ .not_analysed = arena_strdup(arena, err.text) };
    return out;
}

/* What an analyser still says of code that does not compile is not what the code is worth. */
static void measure(const struct rubric *rubric, struct arena *arena, struct inspected_one *made)
{
    quality_score(rubric, &made->quality, arena, &made->dimensions, &made->dimension_count);
    for (size_t i = 0; made->quality.compile_error && i < made->dimension_count; i++) {
        made->dimensions[i].is_measured = false;
        made->dimensions[i].share = 0;
        made->dimensions[i].reason = "Not measured: it does not compile.";
    }
}

bool inspect_one(const struct means *means, const struct inspect_one_request *request,
                 struct arena *arena, struct inspected_one *out, struct err *err)
{
    struct source_set *sources = ARENA_NEW(arena, struct source_set);
    struct package *package = ARENA_NEW(arena, struct package);
    struct rubric *rubric = ARENA_NEW(arena, struct rubric);
    struct public_tests tests = { .count = 0 };
    struct inspected_one made = { .dimension_count = 0 };
    if (!rubric_load(request->rubric_path, arena, rubric, err) ||
        !sources_read(request->sources, request->source_count, arena, sources, err) ||
        (request->package_path && !catalog_load(request->package_path, arena, package, err)))
        return false;
    if (request->package_path)
        public_tests_find(means, package, arena, &tests);
    if (!inspect_solution(means, *sources, request->package_path ? package : NULL, &tests, rubric,
                          arena, &made.quality, err))
        return false;
    if (made.quality.not_analysed)
        return err_set(err, ERR_INPUT, "%s: %s", sources->name, made.quality.not_analysed);
    measure(rubric, arena, &made);
    *out = made;
    return true;
}
