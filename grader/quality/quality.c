/* quality.c - sources become what inspection finds in them. */
#include "grader/quality/quality.h"

#include <string.h>

#include "grader/quality/marks.h"
#include "grader/quality/merge.h"
#include "grader/quality/neutral.h"
#include "grader/quality/passes.h"
#include "grader/quality/reader.h"

/*
 * Theory of operation
 *
 *   sources ──neutral──> copies that can't silence a tool
 *                          │ each boxed, with its own clock
 *        reader of code ───┼─── gcc, clang, clang-tidy, cppcheck, runs of public tests
 *                │                     │
 *         functions, calls      raw findings ──rules, merge──> findings
 *
 * What a tool prints about a hostile source is hostile too: only places in files of the submission
 * are believed to be places, and only checks that rules.c knows become findings.
 */

/* A hidden file is for nobody but tools: .clang-tidy, .clang-format. */
static bool is_hidden(const char *path)
{
    return path[0] == '.' || strstr(path, "/.") != NULL;
}

static bool is_own(const struct quality_request *request, const struct source_file *file)
{
    for (size_t i = 0; i < request->sources->count; i++)
        if (strcmp(request->sources->files[i].path, file->path) == 0)
            return true;
    return false;
}

static struct source_file *make_copies(const struct quality_request *request, struct raw_list *list,
                                       struct quality *out, size_t *out_count)
{
    struct source_file *copies = ARENA_ARRAY(list->arena, request->file_count, struct source_file);
    *out_count = 0;
    for (size_t i = 0; i < request->file_count; i++) {
        const struct source_file *file = &request->files[i];
        if (is_hidden(file->path))
            continue;
        copies[*out_count] = *file;
        if (is_own(request, file))
            out->suppressions += neutral_source(file, list, &copies[*out_count]);
        ++*out_count;
    }
    return copies;
}

static void add_up(struct quality *out)
{
    out->cpu_us = 0;
    for (size_t i = 0; i < out->pass_count; i++)
        out->cpu_us += out->passes[i].cpu_us;
}

bool quality_inspect(struct runner *runner, const struct quality_request *request,
                     struct arena *arena, struct quality *out, struct err *err)
{
    struct quality made = { 0 };
    struct raw_list list = { .arena = arena, .sources = request->sources };
    struct pass_input input = { .name = request->name,
                                .compiled = request->compiled,
                                .compiled_count = request->compiled_count };
    input.files = make_copies(request, &list, &made, &input.file_count);
    if (!reader_run(runner, request->executable, &input, &list, &made, err) ||
        !passes_run(runner, &input, &list, &made, err))
        return false;
    if (request->sanitize && !sanitize_run(runner, request->sanitize, &list, &made, err))
        return false;
    marks_check(&made, &request->marks, &list);
    merge_findings(&list, &made);
    made.compile_error = list.compile_error;
    add_up(&made);
    *out = made;
    return true;
}
