/* programs.c - the programs of a package are built, and kept from run to run. */
#include "grader/pipeline/programs.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/base/hash.h"
#include "grader/build/build.h"
#include "grader/catalog/content.h"

/* Changes when what is kept, or how, changes. */
static const char programs_version[] = "programs 1";

/* ---- the cache ---- */

static bool cache_path(const struct means *means, const struct build_request *request, char *out,
                       size_t room)
{
    struct hash hash;
    char name[HASH_TEXT_MAX];
    if (!means->cache)
        return false;
    hash_init(&hash, NULL, 0);
    hash_field(&hash, str_of(programs_version));
    build_hash(request, &hash);
    content_hash_sources(&hash, &request->sources);
    if (request->include)
        content_hash_sources(&hash, request->include);
    hash_finish(&hash, name);
    int length = snprintf(out, room, "%s/program-%s", means->cache, name);
    return length > 0 && (size_t)length < room;
}

/* Nothing is lost when it can't be kept: it is built again. */
static void keep(const char *path, int built)
{
    SCOPED_ARENA arena = { 0 };
    struct err ignored = { 0 };
    struct str bytes;
    if (lseek(built, 0, SEEK_SET) == 0 &&
        fd_read_all(built, BUILD_PROGRAM_BYTES_MAX + 1, &arena, &bytes, &ignored)) {
        bool kept = file_write(path, bytes.at, bytes.length, &ignored);
        (void)kept;
    }
}

/* As a memory file, as the builder makes them: what is kept need not be executable. */
static bool fetch(const char *path, int *out_built)
{
    SCOPED_ARENA arena = { 0 };
    struct err ignored = { 0 };
    struct str bytes;
    return file_read(path, BUILD_PROGRAM_BYTES_MAX + 1, &arena, &bytes, &ignored) &&
           memory_file("program", bytes.at, bytes.length, out_built, &ignored);
}

static bool build_kept(const struct means *means, const struct build_request *request,
                       struct arena *arena, struct program *out, struct err *err)
{
    char path[4096];
    SCOPED_FD built = -1;
    bool has_path = cache_path(means, request, path, sizeof path);
    struct compile_result result;
    if (has_path && fetch(path, &built))
        return build_start(request, fd_steal(&built), arena, out, err);
    if (!build_any(means->runner, request, arena, &result, &built, err))
        return false;
    if (!result.ok)
        return err_set(err, ERR_INPUT, "it does not compile: %s", result.cause);
    if (has_path)
        keep(path, built);
    return build_start(request, fd_steal(&built), arena, out, err);
}

/* ---- tools ---- */

bool programs_build(const struct means *means, const struct package *package,
                    const struct package_program *source, const char *what, struct arena *arena,
                    struct program *out, struct err *err)
{
    struct build_request request = { .sources = source->sources,
                                     .mode = BUILD_TOOL,
                                     .limits = build_limits_of(&package->limits),
                                     .kind = source->kind,
                                     .entry_point = source->entry_point,
                                     .has_build = source->has_build };
    request.limits.code_bytes = UINT64_MAX; /* the format limits the code of submissions only */
    return build_kept(means, &request, arena, out, err) ||
           err_wrap(err, "%s '%s'", what, source->place);
}

bool programs_build_generator(const struct means *means, const struct package *package,
                              const struct source_set *sources, struct arena *arena,
                              struct program *out, struct err *err)
{
    struct build_request request = { .sources = *sources,
                                     .mode = BUILD_RUN,
                                     .limits = build_limits_of(&package->limits),
                                     .kind = PROGRAM_C,
                                     .starter = means->starter };
    request.limits.code_bytes = UINT64_MAX;
    return build_kept(means, &request, arena, out, err) ||
           err_wrap(err, "generator '%s'", sources->name);
}

static bool build_list(const struct means *means, const struct package *package,
                       const struct package_program *sources, size_t count, const char *what,
                       struct arena *arena, struct program **out, size_t *out_count,
                       struct err *err)
{
    *out = ARENA_ARRAY(arena, count, struct program);
    for (size_t i = 0; i < count; i++)
        (*out)[i] = PROGRAM_NONE;
    for (*out_count = 0; *out_count < count; ++*out_count) {
        const struct package_program *source = &sources[*out_count];
        bool is_passed_over = source->kind == PROGRAM_OTHER && package->input_validators == sources;
        if (!is_passed_over &&
            !programs_build(means, package, source, what, arena, &(*out)[*out_count], err))
            return false;
    }
    return true;
}

static bool build_tools(const struct means *means, const struct package *package,
                        struct arena *arena, struct package_tools *tools, struct err *err)
{
    return build_list(means, package, package->output_validators, package->output_validator_count,
                      "output validator", arena, &tools->output_validators,
                      &tools->output_validator_count, err) &&
           (!package->static_validator ||
            programs_build(means, package, package->static_validator, "static validator", arena,
                           &tools->static_validator, err)) &&
           (!package->grader ||
            programs_build(means, package, package->grader, "grader", arena, &tools->grader, err));
}

bool programs_build_tools(const struct means *means, const struct package *package,
                          struct arena *arena, struct package_tools *out, struct err *err)
{
    struct package_tools tools = { .static_validator = PROGRAM_NONE, .grader = PROGRAM_NONE };
    if (!build_tools(means, package, arena, &tools, err)) {
        package_tools_close(&tools);
        return false;
    }
    *out = tools;
    return true;
}

bool programs_build_input_validators(const struct means *means, const struct package *package,
                                     struct arena *arena, struct package_tools *tools,
                                     struct err *err)
{
    return tools->input_validators ||
           build_list(means, package, package->input_validators, package->input_validator_count,
                      "input validator", arena, &tools->input_validators,
                      &tools->input_validator_count, err);
}

/* ---- submissions ---- */

static const struct {
    const char *language;
    enum program_kind kind;
} languages[] = { { "c", PROGRAM_C }, { "cpp", PROGRAM_CPP }, { "python3", PROGRAM_PYTHON3 } };

static size_t language_row(const char *language)
{
    size_t row = 0;
    while (row < COUNT_OF(languages) && strcmp(languages[row].language, language) != 0)
        row++;
    return row;
}

bool programs_can_run(const struct package_submission *submission)
{
    return language_row(submission->language) < COUNT_OF(languages) ||
           strcmp(submission->language, "answers") == 0;
}

/* Its cases bring files, or it may write some: only a tool has a folder. */
static bool needs_folder(const struct package *package)
{
    bool has_files = package->allow_file_writing;
    for (size_t i = 0; i < package->case_count; i++)
        has_files |= package->cases[i].file_count > 0;
    return has_files;
}

static bool build_solution(const struct means *means, const struct package *package,
                           struct build_request *request, struct arena *arena,
                           struct compile_result *out_result, struct program *out, struct err *err)
{
    int built;
    bool is_tool = needs_folder(package);
    request->limits = build_limits_of(&package->limits);
    request->mode = is_tool ? BUILD_TOOL : BUILD_RUN;
    request->starter = means->starter;
    if (!build_any(means->runner, request, arena, out_result, &built, err))
        return false;
    *out = PROGRAM_NONE;
    if (!out_result->ok)
        return true;
    if (!build_start(request, built, arena, out, err))
        return false;
    out->is_tool |= is_tool;
    return true;
}

bool programs_build_submission(const struct means *means, const struct package *package,
                               const struct package_submission *submission, struct arena *arena,
                               struct compile_result *out_result, struct program *out,
                               struct err *err)
{
    size_t row = language_row(submission->language);
    assert(row < COUNT_OF(languages));
    const struct source_set *const includes[] = { &package->include, &package->include_cpp,
                                                  &package->include_python3 };
    struct build_request request = { .sources = submission->sources,
                                     .include = includes[row],
                                     .kind = languages[row].kind,
                                     .entry_point = submission->entry_point };
    return build_solution(means, package, &request, arena, out_result, out, err) ||
           err_wrap(err, "submission '%s'", submission->sources.name);
}

bool programs_build_model(const struct means *means, const struct package *package,
                          const struct package_submission *model, struct arena *arena,
                          struct program *out, struct err *err)
{
    bool is_tool = needs_folder(package);
    const struct build_request request = { .sources = model->sources,
                                           .include = &package->include,
                                           .mode = is_tool ? BUILD_TOOL : BUILD_RUN,
                                           .limits = build_limits_of(&package->limits),
                                           .kind = PROGRAM_C,
                                           .starter = means->starter };
    if (!build_kept(means, &request, arena, out, err))
        return err_wrap(err, "model solution '%s'", model->sources.name);
    out->is_tool |= is_tool;
    return true;
}

bool programs_build_candidate(const struct means *means, const struct package *package,
                              struct source_set sources, struct arena *arena,
                              struct compile_result *out_result, struct program *out,
                              struct err *err)
{
    struct build_request request = { .sources = sources, .include = &package->include };
    return build_solution(means, package, &request, arena, out_result, out, err);
}
