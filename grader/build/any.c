/* any.c - sources of any kind become a program. */
#include <assert.h>

#include "grader/base/fd.h"
#include "grader/build/build.h"
#include "grader/build/interpreted.h"

static bool is_compiled(const struct build_request *request)
{
    return request->kind == PROGRAM_C || request->kind == PROGRAM_CPP;
}

bool build_any(struct runner *runner, const struct build_request *request, struct arena *arena,
               struct compile_result *out_result, int *out_built, struct err *err)
{
    assert(runner && request && arena && out_result && out_built && err);
    if (request->kind == PROGRAM_OTHER)
        return err_set(err, ERR_INPUT,
                       "cannot build '%s': it is neither C, C++, Python 3 nor a folder with build "
                       "or run",
                       request->sources.name);
    if (is_compiled(request))
        return build_program(runner, request, arena, out_result, out_built, err);
    return interpreted_build(runner, request, arena, out_result, out_built, err) ||
           err_wrap(err, "cannot build '%s'", request->sources.name);
}

bool build_start(const struct build_request *request, int built, struct arena *arena,
                 struct program *out, struct err *err)
{
    assert(request && built >= 0 && arena && out);
    SCOPED_FD owned = built;
    if (!is_compiled(request))
        return interpreted_start(request, owned, arena, out, err);
    const char **words = ARENA_ARRAY(arena, 1, const char *);
    words[0] = "program";
    *out =
        (struct program){ .executable = fd_steal(&owned),
                          .has_starter = request->mode == BUILD_RUN && request->starter.length > 0,
                          .words = { words, 1 } };
    return true;
}

void build_hash(const struct build_request *request, struct hash *hash)
{
    assert(request && hash);
    hash_number(hash, request->kind);
    hash_number(hash, request->mode);
    hash_field(hash, str_of(request->entry_point ? request->entry_point : ""));
    hash_number(hash, request->has_build);
    if (request->mode == BUILD_RUN && request->starter.length > 0)
        hash_field(hash, request->starter);
    build_hash_compilers(hash);
    interpreted_hash(hash);
}
